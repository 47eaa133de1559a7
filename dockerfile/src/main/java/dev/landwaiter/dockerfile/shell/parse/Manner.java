package dev.landwaiter.dockerfile.shell.parse;

/// How a text is read.
///
/// @param checked whether all is refused that ShellCheck refuses, even where a shell would not mind
/// @param extended whether the constructs of bash, ksh and zsh are known
record Manner(boolean checked, boolean extended) {
  static final Manner CHECKED = new Manner(true, true);
}
