public enum Errors {
    OK(0, "Done"),
    BUSY(401, "Dock is busy"),
    CLOSED(4002, "Dock is" + " closed"),
    FULL(4003, Texts.FULL),
    GONE(4004, "Dock\\gone"),
    // OLD(4005, "Dock is lost"),
    LOST(4006, ""),
    LAST(4007, "Dock is on fire");
}
