public enum Errors {
    BUSY(4001, "Dock is \"busy\""),
    CLOSED(4002, "Dock is closed"), // at night
    FULL(4003,
        "Dock\tis\u0020full");

    private final int code;
}
