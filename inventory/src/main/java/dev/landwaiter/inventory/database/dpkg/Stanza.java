package dev.landwaiter.inventory.database.dpkg;

import dev.landwaiter.inventory.database.Budget;
import dev.landwaiter.inventory.database.DatabaseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One paragraph of a control file (Debian policy, section 5.1): the fields that are of use here,
/// by their lower-case names.
///
/// @param line where it begins, from 1
record Stanza(int line, Map<String, String> fields) {
  private static final Set<String> USED =
      Set.of(
          "package",
          "version",
          "status",
          "source",
          "architecture",
          "maintainer",
          "depends",
          "sha256");

  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /// Somebody who is given the paragraphs of a text one after the other.
  interface Visitor {
    void visit(Stanza stanza) throws DatabaseException;
  }

  /// Reads the paragraphs of a text. A field that is repeated keeps its first value; lines that are
  /// neither field nor continuation are left out.
  ///
  /// @throws DatabaseException when a field is longer than [Budget#FIELD]
  static void parse(String text, Visitor visitor) throws DatabaseException {
    Map<String, StringBuilder> fields = new HashMap<>();
    var current = new StringBuilder();
    int number = 0;
    int first = 1;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      Budget.checkField(line.length() + current.length());
      if (line.isBlank()) {
        show(visitor, first, fields);
        fields = new HashMap<>();
        current = new StringBuilder();
        first = number + 1;
      } else if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        current.append('\n').append(line.strip());
      } else {
        int colon = line.indexOf(':');
        if (colon > 0) {
          current = new StringBuilder(line.substring(colon + 1).strip());
          String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
          if (USED.contains(name)) {
            fields.putIfAbsent(name, current);
          }
        }
      }
    }
    show(visitor, first, fields);
  }

  private static void show(Visitor visitor, int line, Map<String, StringBuilder> fields)
      throws DatabaseException {
    if (!fields.isEmpty()) {
      Map<String, String> values = new HashMap<>();
      fields.forEach((name, value) -> values.put(name, value.toString()));
      visitor.visit(new Stanza(line, values));
    }
  }
}
