package dev.landwaiter.rego.type;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names and descriptions of the arguments and results of built-in functions. Type errors show
/// them, and programs compare those; see the decision "What the original calls its arguments".
public final class Signatures {
  private static final Signature NONE = new Signature(List.of(), new Named("", ""));

  private final Map<String, Signature> byFunction = new HashMap<>();

  /// The name and the description of an argument or a result; either may be empty.
  public record Named(String name, String description) {
    static Named of(String cell) {
      int colon = cell.indexOf(':');
      return colon < 0
          ? new Named(cell, "")
          : new Named(cell.substring(0, colon), cell.substring(colon + 1).strip());
    }
  }

  /// Those of one function.
  public record Signature(List<Named> arguments, Named result) {}

  private Signatures() {}

  /// Reads the table, which takes about a millisecond.
  public static Signatures read() {
    try (InputStream in = Signatures.class.getResourceAsStream("signatures.txt")) {
      if (in == null) {
        throw new IllegalStateException("signatures.txt is missing beside this class");
      }
      var signatures = new Signatures();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(signatures::add);
      return signatures;
    } catch (IOException e) {
      throw new IllegalStateException("signatures.txt cannot be read", e);
    }
  }

  private void add(String line) {
    List<String> cells = List.of(line.split("\t"));
    List<Named> arguments = cells.subList(1, cells.size() - 1).stream().map(Named::of).toList();
    Named result = Named.of(cells.getLast().substring("=> ".length()));
    byFunction.put(cells.getFirst(), new Signature(arguments, result));
  }

  /// Those of a function; empty names for one that is not known.
  public Signature of(String function) {
    return byFunction.getOrDefault(function, NONE);
  }
}
