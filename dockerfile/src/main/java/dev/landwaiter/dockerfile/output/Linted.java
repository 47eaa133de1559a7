package dev.landwaiter.dockerfile.output;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import java.util.List;

/// One file and what was found in it.
///
/// @param name as the user gave it; `-` for standard input
/// @param findings in the order they are shown in; those of the id [#UNREADABLE] say why the file
///   could not be read
/// @param hidden findings that are not shown
public record Linted(
    String name, Dockerfile file, Source source, List<Finding> findings, List<Hidden> hidden) {
  /// The id of findings that are no rule's: the file cannot be read at that place.
  public static final String UNREADABLE = "DL1000";

  public Linted {
    findings = List.copyOf(findings);
    hidden = List.copyOf(hidden);
  }

  public Linted(String name, Dockerfile file, List<Finding> findings, List<Hidden> hidden) {
    this(name, file, new Source(file.text()), findings, hidden);
  }

  /// What is to say of findings of the id [#UNREADABLE].
  public static RuleInfo unreadable() {
    return RuleInfo.of(
        UNREADABLE,
        Level.ERROR,
        "The file cannot be read at this place",
        "The builder refuses the whole file",
        "Correct the instruction as the message says");
  }

  public static boolean unreadable(Finding finding) {
    return finding.id().equals(UNREADABLE);
  }
}
