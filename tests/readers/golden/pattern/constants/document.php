<?php
class Docks {
    const BUSY = 4001;
    const GONE = 4002;

    const TEXTS = [
        self::GONE => "Dock is gone",
        self::BUSY => "Dock is busy",
    ];
}
