package dev.landwaiter.rego.format;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Comment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The text being written: lines, their indentation, and the comments that have not found their
/// place yet.
final class Layout {
  private final StringBuilder out = new StringBuilder();

  /// By their rows; those before `next` have found their place.
  private List<Comment> comments;

  private int next;
  private int level;
  private boolean inline;

  /// The comment that ends the line being written.
  private Optional<Comment> lineEnd = Optional.empty();

  /// Whether that comment waits for the line after this one.
  private boolean delayed;

  /// @param comments those of the module, in their order
  Layout(List<Comment> comments) {
    this.comments = List.copyOf(comments);
  }

  /// A point to which the text can be taken back.
  record Mark(int length, int level, boolean inline, List<Comment> comments, int next) {}

  Mark mark() {
    return new Mark(out.length(), level, inline, comments, next);
  }

  void reset(Mark mark) {
    out.setLength(mark.length);
    level = mark.level;
    inline = mark.inline;
    comments = mark.comments;
    next = mark.next;
  }

  /// The text with exactly one line break at its end.
  String text() {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == '\n') {
      end--;
    }
    return out.substring(0, end) + "\n";
  }

  Layout write(String text) {
    out.append(text);
    return this;
  }

  boolean isInline() {
    return inline;
  }

  void startLine() {
    inline = true;
    out.repeat('\t', level);
  }

  void endLine() {
    inline = false;
    if (lineEnd.isPresent() && !delayed) {
      out.append(' ').append(text(lineEnd.get()));
      lineEnd = Optional.empty();
    }
    delayed = false;
    out.append('\n');
  }

  void blankLine() {
    if (inline) {
      endLine();
    }
    out.append('\n');
  }

  void up() {
    level++;
  }

  void down() {
    level--;
  }

  void delayLineEnd() {
    delayed = true;
  }

  boolean hasLineEnd() {
    return lineEnd.isPresent();
  }

  private List<Comment> waiting() {
    return comments.subList(next, comments.size());
  }

  /// The row of the next comment, or the largest number when there is none.
  int nextCommentRow() {
    return next == comments.size() ? Integer.MAX_VALUE : comments.get(next).at().row();
  }

  /// Writes the comments that stand before a place, and keeps the one on its row for the end of the
  /// line.
  void insertComments(int row) throws UnexpectedComment {
    insertCommentsBefore(row);
    if (nextCommentRow() == row) {
      if (lineEnd.isPresent()) {
        lineEnd = Optional.empty();
        throw new UnexpectedComment();
      }
      lineEnd = Optional.of(comments.get(next++));
    }
  }

  /// As [#insertComments]; a comment on the row waits for the next line when another one already
  /// ends this one.
  void insertCommentsInTurn(int row) {
    insertCommentsBefore(row);
    if (nextCommentRow() == row && lineEnd.isEmpty()) {
      lineEnd = Optional.of(comments.get(next++));
    }
  }

  private void insertCommentsBefore(int row) {
    int end = next;
    while (end < comments.size() && comments.get(end).at().row() < row) {
      end++;
    }
    List<Comment> before = comments.subList(next, end);
    next = end;
    writeComments(before);
    if (!before.isEmpty() && row - before.getLast().at().row() > 1) {
      blankLine();
    }
  }

  private void writeComments(List<Comment> before) {
    for (int i = 0; i < before.size(); i++) {
      if (i > 0 && before.get(i).at().row() - before.get(i - 1).at().row() > 1) {
        blankLine();
      }
      writeLine(text(before.get(i)));
    }
  }

  private void writeLine(String text) {
    if (!inline) {
      startLine();
    }
    out.append(text);
    endLine();
  }

  /// Writes all comments that are left.
  void writeRest() {
    waiting().forEach(comment -> writeLine(text(comment)));
    next = comments.size();
  }

  /// Takes the comments on the rows of some nodes out of those that wait.
  <T> List<Optional<Comment>> takeOnRows(List<T> nodes, Function<T, Location> place) {
    List<Optional<Comment>> taken = new ArrayList<>();
    List<Comment> left = new ArrayList<>(waiting());
    for (T node : nodes) {
      var found =
          left.stream().filter(one -> one.at().row() == place.apply(node).row()).findFirst();
      found.ifPresent(left::remove);
      taken.add(found);
    }
    comments = List.copyOf(left);
    next = 0;
    return taken;
  }

  /// Writes a node as it stands in the source, with the comments inside of it.
  ///
  /// @param withLast whether the comment on its last row is written, too
  void writeAsIs(Location at, boolean withLast) {
    String text = at.text();
    write(text);
    int last = at.row() + (int) text.chars().filter(c -> c == '\n').count();
    List<Comment> left = new ArrayList<>();
    for (Comment comment : waiting()) {
      if (comment.at().row() == last && withLast) {
        write(" ").write(text(comment));
      } else if (comment.at().row() >= last) {
        left.add(comment);
      }
    }
    comments = List.copyOf(left);
    next = 0;
  }

  static String text(Comment comment) {
    return "#" + comment.text().stripTrailing();
  }

  /// Elements by the lines they are to stand on.
  ///
  /// @param row where what holds them begins
  /// @param breaksFirst whether the first one begins a new line if it did in the source; the list
  ///   of lines then begins with an empty one
  static <T> List<List<T>> lines(
      List<T> elements, Function<T, Location> place, int row, boolean breaksFirst) {
    List<T> sorted = new ArrayList<>(elements);
    sorted.sort(
        Comparator.comparingInt((T one) -> place.apply(one).row())
            .thenComparingInt(one -> place.apply(one).column()));
    List<List<T>> lines = new ArrayList<>();
    List<T> line = new ArrayList<>();
    int last = row;
    for (int i = 0; i < sorted.size(); i++) {
      int at = place.apply(sorted.get(i)).row();
      if (at > last && (i > 0 || breaksFirst)) {
        lines.add(line);
        line = new ArrayList<>();
      }
      last = at;
      line.add(sorted.get(i));
    }
    lines.add(line);
    return lines;
  }
}
