const texts = {
  4001: "Dock is " + 'busy',
  4002: "Dock " +
    "isn't " +
    "there",
  4003: 'Dock "north"' '\n' "closed",
  4004: "Dock is " + reason,
  4005: "Dock is""lost",
  4006: "Dock \q",
};
