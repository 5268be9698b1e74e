enum Dock
{
    /// <summary>
    /// The dock is busy.
    /// </summary>
    Busy = 101,

	/// <summary>
	/// The dock is gone.
	/// </summary>
	Gone = 102,
}
