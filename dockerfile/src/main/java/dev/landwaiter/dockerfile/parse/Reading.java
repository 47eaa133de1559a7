package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Comment;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Heredoc;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/// Goes through the lines of one file and joins them to instructions.
final class Reading {
  private final Source source;
  private final String text;
  private final Limits limits;
  private final Troubles troubles;
  private final Directives directives;
  private final Meaning meaning;
  private final List<Comment> comments = new ArrayList<>();
  private final List<Comment> pending = new ArrayList<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private int next;

  Reading(Source source, Limits limits, Troubles troubles, boolean ordered) {
    this.source = source;
    this.text = source.text;
    this.limits = limits;
    this.troubles = troubles;
    this.directives = new Directives(source, troubles);
    this.meaning = new Meaning(troubles, ordered);
  }

  Dockerfile read() {
    while (next < source.lines()) {
      if (instructions.size() >= limits.instructions()) {
        troubles.limit(
            source.span(next),
            "there are more than " + limits.instructions() + " instructions",
            "the rest of the file was not read");
        break;
      }
      line();
    }
    if (instructions.isEmpty()) {
      none();
    } else {
      meaning.finish();
    }
    return new Dockerfile(
        text, directives.escape(), directives.found(), comments, instructions, troubles.all());
  }

  private void none() {
    boolean empty = text.isEmpty();
    troubles.parse(
        source.lines(),
        source.span(Math.max(0, source.lines() - 1)),
        empty ? "the file is empty" : "there is no instruction in the file",
        "a Dockerfile begins with FROM");
  }

  private void line() {
    int line = next++;
    int end = source.end(line);
    int start = source.skipSpace(source.start(line), end);
    boolean directive = directives.take(line, start, end);
    if (start == end || directive) {
      return;
    }
    if (text.charAt(start) == '#') {
      comment(line, start, end);
      return;
    }
    int cut = continuation(start, end);
    Position place = source.position(line, start);
    if (cut < 0) {
      MappedText joined = MappedText.at(place, text.substring(start, end));
      statement(joined, place, List.of());
      return;
    }
    MappedText.Joined joined = new MappedText.Joined();
    joined.add(place, text, start, cut);
    List<Integer> blanks = goOn(joined);
    statement(joined.text(), place, blanks);
  }

  private List<Integer> goOn(MappedText.Joined joined) {
    List<Integer> blanks = new ArrayList<>(0);
    while (next < source.lines()) {
      int line = next++;
      int start = source.start(line);
      int end = source.end(line);
      int first = source.skipSpace(start, end);
      if (first == end) {
        blanks.add(line + 1);
      } else if (text.charAt(first) == '#') {
        comments.add(
            new Comment(text.substring(first + 1, end), source.span(line, first, end), true));
      } else {
        int cut = continuation(start, end);
        joined.add(new Position(line + 1, 1), text, start, cut < 0 ? end : cut);
        if (cut < 0) {
          break;
        }
      }
    }
    return blanks;
  }

  /// Where the escape character stands that continues the line, or -1.
  private int continuation(int start, int end) {
    int at = end - 1;
    while (at >= start && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at--;
    }
    char escape = directives.escape();
    return at >= start
            && text.charAt(at) == escape
            && (at == start || text.charAt(at - 1) != escape)
        ? at
        : -1;
  }

  private void comment(int line, int start, int end) {
    Comment comment =
        new Comment(text.substring(start + 1, end), source.span(line, start, end), false);
    comments.add(comment);
    if (comment.kept().isEmpty()) {
      pending.clear();
    } else {
      pending.add(comment);
    }
  }

  private void statement(MappedText joined, Position start, List<Integer> blanks) {
    MappedText line = joined.trim();
    Split split = Split.of(line, directives.escape());
    List<Heredoc> heredocs = heredocs(start.line(), line, split);
    int last = next - 1;
    Span span = new Span(start, lineEnd(last));
    Statement statement =
        new Statement(
            instructions.size(),
            split.keyword(),
            line,
            split.flags(),
            split.arguments(),
            heredocs,
            pending,
            blanks,
            span);
    pending.clear();
    instructions.add(meaning.of(statement, directives.escape()));
  }

  /// The end of a line that belongs to an instruction; of an empty one its line feed belongs too.
  private Position lineEnd(int line) {
    int end = source.end(line);
    return end == source.start(line) ? new Position(line + 2, 1) : source.position(line, end);
  }

  private List<Heredoc> heredocs(int first, MappedText line, Split split) {
    if (!line.toString().contains("<<") || !split.takesHeredocs(directives.escape())) {
      return List.of();
    }
    HeredocMarkers markers = HeredocMarkers.in(line);
    if (markers.broken()) {
      troubles.parse(first, line.span(), "the name of a heredoc cannot be read", "quote the name");
    }
    List<Heredoc> found = new ArrayList<>();
    for (HeredocMarkers.Marked marked : markers.found()) {
      found.add(body(first, marked));
    }
    return found;
  }

  private Heredoc body(int statement, HeredocMarkers.Marked marked) {
    HeredocMarker marker = marked.marker();
    int first = next;
    boolean terminated = false;
    int bodyEnd = source.lines();
    while (next < source.lines()) {
      int line = next++;
      if (ends(line, marker)) {
        terminated = true;
        bodyEnd = line;
        break;
      }
    }
    if (!terminated) {
      troubles.parse(
          statement,
          marked.word().span(),
          "the heredoc " + Quoted.of(marker.name()) + " does not end",
          HeredocHint.of(source, first, marker.name()));
    }
    return new Heredoc(
        marked.word(),
        marker.name(),
        marker.descriptor(),
        marker.chomp(),
        marker.expand(),
        bodyText(first, bodyEnd, marker.chomp()),
        terminated);
  }

  private boolean ends(int line, HeredocMarker marker) {
    int end = source.end(line);
    int start = marker.chomp() ? skipTabs(source.start(line), end) : source.start(line);
    return end - start == marker.name().length() && text.startsWith(marker.name(), start);
  }

  private int skipTabs(int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == '\t') {
      at++;
    }
    return at;
  }

  private MappedText bodyText(int first, int stop, boolean chomp) {
    MappedText.Joined body = new MappedText.Joined();
    if (first >= stop) {
      boolean cut = first == source.lines() && !text.endsWith("\n");
      Position end = cut ? source.position(first - 1, text.length()) : new Position(first + 1, 1);
      return body.add(end, "").text();
    }
    if (!chomp) {
      int from = source.start(first);
      return body.add(new Position(first + 1, 1), text, from, source.start(stop)).text();
    }
    for (int line = first; line < stop; line++) {
      int start = skipTabs(source.start(line), source.next(line));
      body.add(source.position(line, start), text, start, source.next(line));
    }
    return body.text();
  }
}
