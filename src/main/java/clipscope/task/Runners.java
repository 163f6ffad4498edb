package clipscope.task;

/// The doors to background work, all with the same owner.
///
/// @param io decodes and scans files, on a few threads
/// @param net waits for other machines, on a few threads of its own: a slow server keeps no picture waiting
/// @param keep writes what a person must not lose, one piece after the other: neither pictures nor other
///     machines keep it waiting
/// @param soon runs on the inference thread before anything that waits there: what a person is waiting for
/// @param bulk runs on the inference thread when nobody waits: one batch of a long job at a time
public record Runners(TaskRunner io, TaskRunner net, TaskRunner keep, TaskRunner soon, TaskRunner bulk) {}
