package dev.landwaiter.base.format;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Builds the values of documents out of YAML's events, with the errors of Go's reader. What is
/// wrong with the syntax is told before what is wrong with the meaning.
final class GoYamlDocument {
  private static final String LONG_TAG = "tag:yaml.org,2002:";

  private static final long FREE_ALIAS_NODES = 10_000;

  private final Iterator<Event> events;
  private final long budget;

  /// Where a text without a last line break ends, in code points; else -1.
  private final int bareEnd;

  private final Map<String, Optional<Node>> anchors = new HashMap<>();
  private Optional<FormatException> wrong = Optional.empty();
  private long aliased;

  GoYamlDocument(Iterator<Event> events, String text) {
    this.events = events;
    this.budget = Math.max(FREE_ALIAS_NODES, text.length());
    this.bareEnd = text.endsWith("\n") ? -1 : text.codePointCount(0, text.length());
  }

  /// A node.
  ///
  /// @param size how many nodes it has when all aliases are written out
  /// @param height how many levels of nodes it has
  /// @param merges whether it is the key `<<`
  /// @param infinite Go's text of a number JSON does not have, or empty
  private record Node(Value value, long size, int height, boolean merges, String infinite) {
    static Node of(Value value) {
      return new Node(value, 1, 1, false, "");
    }
  }

  /// The next document, or empty when there is none.
  Optional<Value> read() throws FormatException {
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent) {
        anchors.clear();
        Node node = node(event, 0);
        Value value = element(node);
        // The rest of the document: its end may be wrong.
        while (events.hasNext() && events.next().getEventId() != Event.ID.DocumentEnd) {}
        if (wrong.isPresent()) {
          throw wrong.get();
        }
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private void fail(String message) {
    wrong = wrong.or(() -> Optional.of(GoYaml.wrong(message)));
  }

  private Node node(Event event, int depth) throws FormatException {
    if (depth >= InputText.DEPTH_LIMIT) {
      throw GoYaml.wrong("yaml: exceeded max depth of " + InputText.DEPTH_LIMIT);
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias, depth);
    }
    Optional<String> anchor = ((NodeEvent) event).getAnchor().map(name -> name.getValue());
    // Known but empty while it is read, so that an alias to itself is seen.
    anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
    Node node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar);
          case CollectionStartEvent start when start.getEventId() == Event.ID.SequenceStart ->
              sequence(depth);
          default -> mapping(depth);
        };
    anchor.ifPresent(name -> anchors.put(name, Optional.of(node)));
    return node;
  }

  private Node alias(AliasEvent event, int depth) throws FormatException {
    String name = event.getAlias().getValue();
    Optional<Node> target = anchors.get(name);
    if (target == null) {
      throw GoYaml.wrong("yaml: unknown anchor '" + name + "' referenced");
    }
    Node node =
        target.orElseThrow(() -> GoYaml.wrong("yaml: anchor '" + name + "' value contains itself"));
    aliased += node.size;
    if (aliased > budget || depth + node.height > InputText.DEPTH_LIMIT) {
      throw GoYaml.wrong("yaml: document contains excessive aliasing");
    }
    return node;
  }

  private Node scalar(ScalarEvent event) {
    String tag = event.getTag().orElse("");
    String text = text(event);
    if (!tag.isEmpty()) {
      try {
        return Node.of(YamlScalar.tagged(tag, text));
      } catch (IllegalArgumentException e) {
        fail(
            tag.endsWith(":binary")
                ? "yaml: !!binary value contains invalid base64 data"
                : "yaml: cannot decode %s `%s` as a %s"
                    .formatted(kind(YamlScalar.plain(text)), text, shortTag(tag)));
        return Node.of(NullValue.NULL);
      }
    }
    if (!event.isPlain()) {
      return Node.of(new StringValue(text));
    }
    String infinite =
        switch (text) {
          case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> "+Inf";
          case "-.inf", "-.Inf", "-.INF" -> "-Inf";
          case ".nan", ".NaN", ".NAN" -> "NaN";
          default -> "";
        };
    return infinite.isEmpty()
        ? new Node(YamlScalar.plain(text), 1, 1, text.equals("<<"), "")
        : new Node(NullValue.NULL, 1, 1, false, infinite);
  }

  /// The parser ends a block at the end of a text with a line break that is not there.
  private String text(ScalarEvent event) {
    String text = event.getValue();
    boolean block =
        event.getScalarStyle() == ScalarStyle.LITERAL
            || event.getScalarStyle() == ScalarStyle.FOLDED;
    return block
            && text.endsWith("\n")
            && event.getEndMark().map(Mark::getIndex).orElse(-1) == bareEnd
        ? text.substring(0, text.length() - 1)
        : text;
  }

  private static String shortTag(String tag) {
    return tag.startsWith(LONG_TAG) ? "!!" + tag.substring(LONG_TAG.length()) : tag;
  }

  /// The tag that a plain text resolves to.
  private static String kind(Value value) {
    return switch (value) {
      case NullValue _ -> "!!null";
      case BooleanValue _ -> "!!bool";
      case NumberValue number -> number.text().matches("-?[0-9]+") ? "!!int" : "!!float";
      default -> "!!str";
    };
  }

  private Value element(Node node) {
    if (!node.infinite.isEmpty()) {
      fail("json: unsupported value: " + node.infinite);
    }
    return node.value;
  }

  private Node sequence(int depth) throws FormatException {
    List<Value> elements = new ArrayList<>();
    long size = 1;
    int height = 0;
    Event event = events.next();
    for (; event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
      Node element = node(event, depth + 1);
      elements.add(element(element));
      size += element.size;
      height = Math.max(height, element.height);
    }
    return new Node(new ArrayValue(elements), size, height + 1, false, "");
  }

  private Node mapping(int depth) throws FormatException {
    var members = new ObjectValue.Draft();
    long size = 1;
    int height = 0;
    Event event = events.next();
    for (; event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
      Node key = node(event, depth + 1);
      Node value = node(events.next(), depth + 1);
      size += 1 + value.size;
      height = Math.max(height, value.height);
      if (key.merges) {
        merge(members, value.value);
      } else {
        members.put(new StringValue(key(key, value)), element(value));
      }
    }
    return new Node(members.finish(), size, height + 1, false, "");
  }

  /// Merged members win over those that stand before them, and lose against those behind.
  private void merge(ObjectValue.Draft members, Value value) {
    List<Value> maps = value instanceof ArrayValue array ? array.elements() : List.of(value);
    for (Value map : maps.reversed()) {
      if (!(map instanceof ObjectValue object)) {
        fail("yaml: map merge requires map or sequence of maps as the value");
        return;
      }
      object.members().forEach(members::put);
    }
  }

  private String key(Node key, Node value) {
    if (!key.infinite.isEmpty()) {
      return switch (key.infinite) {
        case "+Inf" -> ".inf";
        case "-Inf" -> "-.inf";
        default -> ".nan";
      };
    }
    return switch (key.value) {
      case BooleanValue flag -> flag.flag() ? "true" : "false";
      case NumberValue number -> number.text();
      case StringValue string -> string.text();
      case NullValue _ -> {
        fail("unsupported map key of type: %!s(<nil>), key: <nil>, value: " + shown(value.value));
        yield "";
      }
      case ArrayValue array -> {
        fail("yaml: invalid map key: " + shown(array));
        yield "";
      }
      case ObjectValue object -> {
        fail("yaml: invalid map key: " + shown(object));
        yield "";
      }
      case SetValue _ -> throw new IllegalStateException("YAML has no sets");
    };
  }

  /// A value as Go's `%#v` writes it.
  private static String shown(Value value) {
    var text = new StringBuilder();
    switch (value) {
      case NullValue _ -> text.append("interface {}(nil)");
      case BooleanValue flag -> text.append(flag.flag());
      case NumberValue number -> text.append(number.text());
      case StringValue string -> text.append('"').append(string.text()).append('"');
      case ArrayValue array -> {
        text.append("[]interface {}{");
        String between = "";
        for (Value element : array.elements()) {
          text.append(between).append(shown(element));
          between = ", ";
        }
        text.append('}');
      }
      case ObjectValue object -> {
        text.append("map[interface {}]interface {}{");
        String between = "";
        for (int i = 0; i < object.size(); i++) {
          text.append(between).append(shown(object.sortedKey(i))).append(':');
          text.append(shown(object.sortedValue(i)));
          between = ", ";
        }
        text.append('}');
      }
      case SetValue _ -> throw new IllegalStateException("YAML has no sets");
    }
    return text.toString();
  }
}
