<?php
class Errors
{
    /**
     * Dock is busy,
     * wait.
     */
    const BUSY = 4001;

    /** Dock is closed. */
    const CLOSED = 4002;

    const BARE = 4003;
}
