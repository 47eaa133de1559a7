package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Comment;
import java.util.ArrayList;
import java.util.List;

/// Comments that begin with `METADATA` at the start of a line, and those directly below.
///
/// @param first the comment that says `METADATA`
/// @param lines those below it
record MetadataBlock(Comment first, List<Comment> lines) {
  private static final String MARK = "METADATA";

  static List<MetadataBlock> all(List<Comment> comments) {
    var found = new ArrayList<MetadataBlock>();
    MetadataBlock open = null;
    int row = 0;
    for (Comment comment : comments) {
      boolean atStart = comment.at().column() == 1;
      if (atStart && comment.text().strip().startsWith(MARK)) {
        open = new MetadataBlock(comment, new ArrayList<>());
        found.add(open);
      } else if (open != null && atStart && comment.at().row() == row + 1) {
        open.lines.add(comment);
      } else {
        open = null;
      }
      row = comment.at().row();
    }
    return found;
  }

  /// The YAML of the block.
  String yaml() {
    var text = new StringBuilder();
    for (Comment line : lines) {
      text.append(line.text(), line.text().startsWith(" ") ? 1 : 0, line.text().length());
      text.append('\n');
    }
    return text.toString();
  }

  Location at() {
    Location start = first.at();
    int end = lines.isEmpty() ? start.end() : lines.getLast().at().end();
    return new Location(start.source(), start.row(), start.column(), start.start(), end);
  }

  /// The place of an error in a line of the YAML, as the original counts: one further down.
  Location line(int number) {
    return lines.get(Math.clamp(number, 0, lines.size() - 1)).at();
  }
}
