package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Document;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.conftest.Place;
import dev.landwaiter.policy.evidence.Evidence;
import dev.landwaiter.policy.evidence.Footing;
import dev.landwaiter.rego.World;
import java.util.ArrayList;
import java.util.List;

/// Finds the places in the user's files that messages of rules are about.
final class Placing {
  private final Evidence evidence;
  private final World world;

  Placing(Evidence evidence, World world) {
    this.evidence = evidence;
    this.world = world;
  }

  /// The messages of one rule about one document, each with its place; the others as they are where
  /// the policy itself names one.
  ///
  /// @param items the documents of several files that the one document was made of; none otherwise
  List<Message> placed(
      AskedRule rule,
      List<Answers.Said> said,
      Document document,
      List<Document> items,
      ObjectValue data) {
    Footing footing = evidence.of(rule.path(), document.content(), data, world);
    List<Message> messages = new ArrayList<>();
    for (Answers.Said each : said) {
      if (each.message().origin().isPresent()) {
        messages.add(each.message());
      } else if (items.isEmpty()) {
        messages.add(each.message().at(place(document, footing.path(each.value()))));
      } else {
        messages.add(ofMany(each, footing.pathOfMany(each.value()), items));
      }
    }
    return messages;
  }

  private static Message ofMany(Answers.Said said, List<Value> path, List<Document> items) {
    boolean known =
        path.size() > 1
            && path.getFirst() instanceof NumberValue index
            && index.isPlain()
            && index.plain() >= 0
            && index.plain() < items.size();
    if (!known) {
      return said.message();
    }
    int index = (int) ((NumberValue) path.getFirst()).plain();
    return said.message().at(place(items.get(index), path.subList(2, path.size())));
  }

  private static Place place(Document document, List<Value> path) {
    Locator.Spot spot = document.locator().get().find(path);
    return new Place(document.file(), spot.span(), text(path));
  }

  /// `spec.containers[0].image`.
  private static String text(List<Value> path) {
    var text = new StringBuilder();
    for (Value step : path) {
      if (step instanceof NumberValue index) {
        text.append('[').append(index.text()).append(']');
      } else {
        String key = step.asText();
        boolean plain =
            !key.isEmpty()
                && key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        if (plain) {
          text.append(text.isEmpty() ? "" : ".").append(key);
        } else {
          text.append("[\"").append(key.replace("\"", "\\\"")).append("\"]");
        }
      }
    }
    return text.toString();
  }
}
