package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A value of EDN.
sealed interface Edn {
  /// As a policy sees it.
  default Value value() {
    return new StringValue(print());
  }

  /// As Go's `fmt` prints it.
  String print();

  /// A string.
  record Text(String print) implements Edn {}

  /// Every other scalar.
  ///
  /// @param rank of its kind, where kinds are sorted
  /// @param number to sort by inside of its kind; 0 for what is no number
  record Scalar(String print, int rank, double number) implements Edn {}

  /// A vector or a list.
  record Items(List<Edn> elements) implements Edn {
    @Override
    public Value value() {
      List<Value> values = new ArrayList<>(elements.size());
      elements.forEach(element -> values.add(element.value()));
      return new ArrayValue(values);
    }

    @Override
    public String print() {
      return joined("[", elements);
    }
  }

  /// A map; the last of equal keys wins.
  record Members(List<Edn> keys, List<Edn> values) implements Edn {
    @Override
    public Value value() {
      var members = new ObjectValue.Draft();
      for (int i = 0; i < keys.size(); i++) {
        members.put(new StringValue(keys.get(i).print()), values.get(i).value());
      }
      return members.finish();
    }

    @Override
    public String print() {
      List<Edn> pairs = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        pairs.add(new Text(keys.get(i).print() + ":" + values.get(i).print()));
      }
      return joined("map[", pairs);
    }
  }

  /// A set, which Go keeps as a map of what is true.
  record Uniques(List<Edn> elements) implements Edn {
    @Override
    public String print() {
      List<Edn> pairs = new ArrayList<>();
      elements.stream()
          .sorted(
              Comparator.comparingInt(Edn::rank)
                  .thenComparingDouble(Edn::number)
                  .thenComparing(Edn::print))
          .forEach(element -> pairs.add(new Text(element.print() + ":true")));
      return joined("map[", pairs);
    }
  }

  /// A value with a tag that nobody here knows.
  record Tagged(String tag, Edn element) implements Edn {
    @Override
    public String print() {
      return "#" + tag + " " + element.print();
    }
  }

  private static int rank(Edn node) {
    return node instanceof Scalar scalar ? scalar.rank : 9;
  }

  private static double number(Edn node) {
    return node instanceof Scalar scalar ? scalar.number : 0;
  }

  private static String joined(String open, List<Edn> elements) {
    var text = new StringBuilder(open);
    String between = "";
    for (Edn element : elements) {
      text.append(between).append(element.print());
      between = " ";
    }
    return text.append(']').toString();
  }
}
