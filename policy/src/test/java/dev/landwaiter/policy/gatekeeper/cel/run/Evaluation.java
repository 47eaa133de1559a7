package dev.landwaiter.policy.gatekeeper.cel.run;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.cel.check.Checked;
import dev.landwaiter.policy.gatekeeper.cel.check.Environment;
import dev.landwaiter.policy.gatekeeper.cel.check.Wanted;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.JsonItems;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import dev.landwaiter.policy.gatekeeper.cel.value.Told;
import java.util.ArrayList;
import java.util.List;

/// One expression evaluated against one object, and its outcome as a text.
final class Evaluation {
  static final String OBJECT =
      """
      {"kind": "Pod", "metadata": {"name": "p", "labels": {"app": "web", "tier": "gold"}},
       "spec": {"replicas": 3, "share": 0.5, "big": 9223372036854775808, "flag": true, "none": null,
                "whole": 2.0, "ports": [80, 443], "names": ["b", "a"], "image": "gcr.io/x:1",
                "containers": [{"name": "a", "image": "good/x"}, {"name": "b", "image": "evil/x"}]}}
      """;

  private Evaluation() {}

  static String of(String expression) {
    return of(expression, OBJECT);
  }

  /// The outcome for another object.
  static String of(String expression, String json) {
    var environment = new Environment();
    return switch (environment.compile(expression, Wanted.ANY)) {
      case Checked.Wrong wrong -> wrong.text();
      case Checked.Fine fine -> {
        Item object = JsonItems.of(json(json));
        Item none = Item.Null.NULL;
        try {
          yield text(
              fine.program()
                  .run(new Item[] {object, none, none, none, none}, new Meter(Meter.PER_CALL)));
        } catch (Meter.OverCost e) {
          yield "over cost";
        }
      }
    };
  }

  static Value json(String text) {
    try {
      return Json.parse("object.json", text);
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  static String text(Item item) {
    return switch (item) {
      case Item.Failure failure -> "error: " + failure.message();
      case Item.Text text -> '"' + text.value() + '"';
      case Item.Uint number -> Told.plain(number) + "u";
      case Item.Real real -> Told.plain(real) + "d";
      case Item.Maybe maybe ->
          maybe.content().map(content -> "some(" + text(content) + ")").orElse("none");
      case Item.Sequence list -> {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
          all.add(text(list.at(i)));
        }
        yield all.toString();
      }
      case Item.Mapping map -> {
        List<String> all = new ArrayList<>();
        for (Item key : map.keys()) {
          all.add(text(key) + ": " + text(map.find(key).orElseThrow()));
        }
        yield "{" + String.join(", ", all) + "}";
      }
      case Item.Time _, Item.Span _, Item.Bytes _ -> item.toString();
      default -> item instanceof Item.Opaque ? item.toString() : Told.plain(item);
    };
  }
}
