package clipscope.cli.io;

/// What a command tells the shell.
public final class ExitStatus {

    /// All done.
    public static final int DONE = 0;

    /// Done, but some inputs could not be read.
    public static final int INCOMPLETE = 1;

    /// Wrong usage, or a model that cannot be used.
    public static final int UNUSABLE = 2;

    /// A defect of ours.
    public static final int DEFECT = 70; // EX_SOFTWARE of sysexits.h

    private ExitStatus() {}
}
