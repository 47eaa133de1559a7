package dev.landwaiter.policy.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.all.InputFormats;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The recorded files with pieces cut, doubled and swapped: every format either reads such a text
/// or says what is wrong with it, and never fails otherwise; its locator finds places for what it
/// reads.
class MutatedInputTest {
  private static final int EACH = 30;
  private static final String SIGNS = "{}[]()<>\"'`$%#~=:;,.-+*/\\|&!?\n\t \u00e9\u0000@0x";

  @Test
  void brokenTextsAreReadOrRefused() throws Exception {
    var random = new Random(7);
    List<String> wrong = new ArrayList<>();
    int runs = 0;
    for (String line : Files.readAllLines(Shared.path("conformance/conftest/cases.jsonl"))) {
      var row = (ObjectValue) Json.parse("cases.jsonl", line.getBytes(UTF_8));
      String[] name = row.text("id").split("-", -1);
      Optional<InputFormat> format =
          name[1].equals("parse") ? InputFormats.named(name[2]) : Optional.empty();
      if (format.isEmpty()) {
        continue;
      }
      String group = format.get().name();
      for (Map.Entry<Value, Value> file : row.get("files").orElseThrow().members().entrySet()) {
        for (int i = 0; i < EACH; i++) {
          runs++;
          String text = mutated(header(group) + file.getValue().asText(), random);
          String trouble = trouble(format.get(), text);
          if (!trouble.isEmpty()) {
            wrong.add(group + ": " + trouble + "\n" + text);
          }
        }
      }
    }
    assertThat(runs).isGreaterThan(1000);
    assertThat(wrong).isEmpty();
  }

  /// Messages in text form need a type that is always there.
  private static String header(String group) {
    return group.equals("textproto") ? "# proto-message: google.protobuf.Struct\n" : "";
  }

  private static String mutated(String text, Random random) {
    var changed = new StringBuilder(text);
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int at = random.nextInt(changed.length() + 1);
      int to = Math.min(changed.length(), at + random.nextInt(8));
      switch (random.nextInt(4)) {
        case 0 -> changed.delete(at, to);
        case 1 -> changed.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        case 2 -> changed.insert(random.nextInt(changed.length() + 1), changed.substring(at, to));
        default -> changed.setLength(to);
      }
    }
    return changed.toString();
  }

  private static String trouble(InputFormat format, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    try {
      Value value = format.read("x", bytes);
      Locator locator = format.locator("x", bytes);
      walk(value, new ArrayList<>(), locator);
      return "";
    } catch (FormatException e) {
      return "";
    } catch (RuntimeException e) {
      return e + " at " + e.getStackTrace()[0];
    }
  }

  /// Asks for the place of every node.
  private static void walk(Value value, List<Value> path, Locator locator) {
    locator.find(path);
    int index = 0;
    for (Value element : value.elements()) {
      path.add(Value.of(index++));
      walk(element, path, locator);
      path.removeLast();
    }
    for (Map.Entry<Value, Value> member : value.members().entrySet()) {
      path.add(member.getKey());
      walk(member.getValue(), path, locator);
      path.removeLast();
    }
  }
}
