const (
	// Dock is busy.
	ErrBusy Code = 4001

	// Dock is
	// closed.
	ErrClosed Code = 4002
)
