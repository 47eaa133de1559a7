package dev.landwaiter.cli.agreement;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.Arrays;
import java.util.List;

/// Outputs whose order changes from run to run.
public final class Unordered {
  private Unordered() {}

  /// Whether two outputs hold the same: elements of arrays where both are JSON, else lines.
  public static boolean same(String wanted, String got) {
    try {
      return of(Json.parse("wanted", wanted)).equals(of(Json.parse("got", got)));
    } catch (FormatException e) {
      return lines(wanted).equals(lines(got));
    }
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\n", -1)).sorted().toList();
  }

  private static Value of(Value value) {
    if (value instanceof ArrayValue array) {
      return new ArrayValue(array.elements().stream().map(Unordered::of).sorted().toList());
    }
    if (value instanceof ObjectValue object) {
      var draft = new ObjectValue.Draft();
      object.members().forEach((key, member) -> draft.put(key, of(member)));
      return draft.finish();
    }
    return value;
  }
}
