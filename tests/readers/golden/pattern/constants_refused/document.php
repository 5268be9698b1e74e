<?php
class Docks {
    const BUSY = 4001;
    const GONE = 4002;
    const LOST = 4003;
    const GONE = 4004;
    const OLD = 4009;

    const TEXTS = [
        self::GONE => "Dock is gone",
        self::BUSY => "Dock is busy",
        Cranes::BUSY_TOO => "Crane is busy",
    ];

    // Never send 4001.
}
