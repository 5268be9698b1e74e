enum Docks {
  FIRST, // Dock is new
  BUSY = 4001, // Dock is busy
  // and
  MOVED, // Dock has moved
  KNOWN, // Dock is known
  GONE = 4004 // Dock is gone
};
void dock() {
  first,
  second
}
