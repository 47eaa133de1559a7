package dev.landwaiter.dockerfile.rule.fix;

import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;
import java.util.Optional;

/// Turns MAINTAINER into the label that took its place.
public final class AuthorsLabel {
  private AuthorsLabel() {}

  /// The change, where the name stands in one piece.
  ///
  /// @param escape the escape character of the file
  public static Optional<Fix> fix(Instruction.Maintainer maintainer, char escape) {
    String name = maintainer.name().text();
    if (name.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
      name = name.substring(1, name.length() - 1);
    }
    boolean small = Character.isLowerCase(maintainer.statement().keyword().text().charAt(0));
    var label = new StringBuilder(small ? "label" : "LABEL");
    label.append(" org.opencontainers.image.authors=\"");
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (c == '"' || c == escape || c == '$') {
        label.append(escape);
      }
      label.append(c);
    }
    return Optional.of(
        new Fix(
            "Write the name as a label",
            true,
            List.of(new Edit(maintainer.statement().span(), label.append('"').toString()))));
  }
}
