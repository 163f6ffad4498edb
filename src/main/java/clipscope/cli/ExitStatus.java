package clipscope.cli;

/// What a command tells the shell.
final class ExitStatus {

    /// All done.
    static final int DONE = 0;

    /// Done, but some inputs could not be read.
    static final int INCOMPLETE = 1;

    /// Wrong usage, or a model that cannot be used.
    static final int UNUSABLE = 2;

    /// A defect of ours.
    static final int DEFECT = 70; // EX_SOFTWARE of sysexits.h

    private ExitStatus() {}
}
