package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import java.util.List;

/// Reads Dockerfiles as the builder does (reference: 2 to 6).
///
/// It never fails and keeps nothing between two files, so that one may be used by many threads. An
/// instruction that is broken costs a trouble, and reading goes on behind it:
///
/// ```java
/// Dockerfile file = new Parser().parse(text);
/// file.troubles().forEach(each -> told.add("line " + each.line() + ": " + each.message()));
/// for (Instruction each : file.instructions()) {
///   if (each instanceof Instruction.From from) {
///     told.add("line " + from.line() + " builds on " + from.image());
///   }
/// }
/// ```
public final class Parser {
  private final Limits limits;
  private final boolean ordered;

  /// With the limits [Limits#USUAL].
  public Parser() {
    this(Limits.USUAL);
  }

  /// With other limits; a file beyond them has one trouble and nothing else.
  public Parser(Limits limits) {
    this(limits, true);
  }

  private Parser(Limits limits, boolean ordered) {
    this.limits = limits;
    this.ordered = ordered;
  }

  /// A parser that takes a piece of a file, too: one without FROM, or with other instructions
  /// before it.
  public Parser inAnyOrder() {
    return new Parser(limits, false);
  }

  /// Reads the bytes of a file: UTF-8, or what their mark says. Never fails: what is wrong is among
  /// the troubles of the answer.
  public Dockerfile parse(byte[] bytes) {
    Troubles troubles = new Troubles();
    if (bytes.length > limits.bytes()) {
      return tooLarge(troubles, "the file has more than " + limits.bytes() + " bytes");
    }
    Decoded decoded = Decoded.of(bytes);
    if (!decoded.forBuilder()) {
      troubles.instruction(
          1,
          new Span(Position.START, Position.START),
          "the file is encoded as " + decoded.encoding() + ", which the builder cannot read",
          "save it as UTF-8");
    }
    return parse(decoded.text(), troubles);
  }

  /// Whether the builder reads the encoding of a file: UTF-8 alone, with or without its mark.
  public static boolean reads(byte[] bytes) {
    return Decoded.forBuilder(bytes);
  }

  /// Reads a text that was decoded already, its byte order mark gone. Never fails, as above.
  public Dockerfile parse(String text) {
    Troubles troubles = new Troubles();
    if (text.length() > limits.bytes()) {
      return tooLarge(troubles, "the file has more than " + limits.bytes() + " characters");
    }
    return parse(text, troubles);
  }

  private Dockerfile parse(String text, Troubles troubles) {
    Source source = new Source(text);
    if (source.lines() > limits.lines()) {
      return tooLarge(troubles, "the file has more than " + limits.lines() + " lines");
    }
    source
        .longLine(limits.line())
        .ifPresent(line ->
            troubles.parse(
                line,
                source.span(line),
                "the line has more than " + limits.line() + " bytes with its end",
                "break it up with the escape character"));
    return new Reading(source, limits, troubles, ordered).read();
  }

  private static Dockerfile tooLarge(Troubles troubles, String message) {
    troubles.limit(
        new Span(Position.START, Position.START), message, "it was not read; see the limits");
    return new Dockerfile("", '\\', List.of(), List.of(), List.of(), troubles.all());
  }
}
