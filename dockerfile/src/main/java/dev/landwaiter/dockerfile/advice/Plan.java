package dev.landwaiter.dockerfile.advice;

import java.util.List;

/// How a single stage is cut into one that builds and one that is shipped.
///
/// @param prepare lines behind the FROM of the stage that builds
/// @param finish lines at its end
/// @param base of the stage that is shipped
/// @param copies lines that fetch what was built
/// @param environment lines of ENV that the shipped stage needs besides the file's own
/// @param entry what the shipped stage starts, or nothing to keep those of the file
/// @param workdir of the shipped stage, or empty
/// @param user by number, or empty
/// @param notes what the reader has to look at
record Plan(
    List<String> prepare,
    List<String> finish,
    String base,
    List<String> copies,
    List<String> environment,
    List<String> entry,
    String workdir,
    String user,
    List<String> notes) {}
