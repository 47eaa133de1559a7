package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
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
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Builds values out of YAML's events, one document after the other.
///
/// An alias shares the value of its anchor; what it would take to write it out is counted, since
/// those who print or walk the value pay for it.
final class YamlDocuments {
  private static final long FREE_ALIAS_NODES = 10_000;

  private final String where;
  private final Iterator<Event> events;
  private final Yaml.DuplicateKeys duplicates;
  private final long budget;
  private final Map<String, Optional<YamlNode>> anchors = new HashMap<>();
  private long aliased;

  YamlDocuments(String where, Iterator<Event> events, int length, Yaml.DuplicateKeys duplicates) {
    this.where = where;
    this.events = events;
    this.budget = Math.max(FREE_ALIAS_NODES, length);
    this.duplicates = duplicates;
  }

  List<Located> read() throws FormatException {
    List<Located> documents = new ArrayList<>();
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        case DocumentStart -> anchors.clear();
        case Alias, Scalar, SequenceStart, MappingStart -> documents.add(node(event, 0).located());
        case SequenceEnd, MappingEnd -> throw new IllegalStateException("an end without a start");
      }
    }
    return documents;
  }

  private YamlNode node(Event event, int depth) throws FormatException {
    Position start = position(event.getStartMark());
    if (depth >= InputText.DEPTH_LIMIT) {
      throw wrong(start, "nested deeper than " + InputText.DEPTH_LIMIT);
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias, depth);
    }
    Optional<String> anchor = ((NodeEvent) event).getAnchor().map(name -> name.getValue());
    // Known but empty while it is read, so that an alias to itself is seen.
    anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
    YamlNode node =
        switch (event.getEventId()) {
          case Scalar -> scalar((ScalarEvent) event);
          case SequenceStart -> sequence((CollectionStartEvent) event, depth);
          case MappingStart -> mapping((CollectionStartEvent) event, depth);
          case Alias,
              StreamStart,
              StreamEnd,
              DocumentStart,
              DocumentEnd,
              Comment,
              SequenceEnd,
              MappingEnd ->
              throw new IllegalStateException("no node: " + event.getEventId());
        };
    anchor.ifPresent(name -> anchors.put(name, Optional.of(node)));
    return node;
  }

  private YamlNode alias(AliasEvent event, int depth) throws FormatException {
    String name = event.getAlias().getValue();
    Span span = span(event);
    Optional<YamlNode> target = anchors.get(name);
    if (target == null) {
      throw wrong(span.start(), "no anchor &" + name + " before the alias *" + name);
    }
    YamlNode node =
        target.orElseThrow(() -> wrong(span.start(), "the anchor &" + name + " contains itself"));
    if (depth + node.height() > InputText.DEPTH_LIMIT) {
      throw wrong(span.start(), "aliases nest deeper than " + InputText.DEPTH_LIMIT);
    }
    spend(node.size(), span.start());
    return node.at(span);
  }

  private void spend(long nodes, Position at) throws FormatException {
    aliased += nodes;
    if (aliased > budget) {
      throw wrong(at, "aliases expand to more than " + budget + " nodes");
    }
  }

  private YamlNode scalar(ScalarEvent event) throws FormatException {
    Span span = span(event);
    String tag = event.getTag().orElse("");
    try {
      Value value;
      if (tag.isEmpty()) {
        value = event.isPlain() ? YamlScalar.plain(event.getValue()) : Value.of(event.getValue());
      } else {
        value = YamlScalar.tagged(tag, event.getValue());
      }
      boolean merges = event.isPlain() && tag.isEmpty() && event.getValue().equals("<<");
      return YamlNode.scalar(value, span, merges);
    } catch (IllegalArgumentException e) {
      throw wrong(span.start(), String.valueOf(e.getMessage()));
    }
  }

  private YamlNode sequence(CollectionStartEvent start, int depth) throws FormatException {
    List<Value> elements = new ArrayList<>();
    List<Positions> positions = new ArrayList<>();
    long size = 1;
    int height = 0;
    Event event = events.next();
    for (; event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
      YamlNode element = node(event, depth + 1);
      elements.add(element.value());
      positions.add(element.positions());
      size += element.size();
      height = Math.max(height, element.height());
    }
    Span span = span(start, event, positions.isEmpty() ? null : positions.getLast());
    return new YamlNode(
        new ArrayValue(elements),
        new Positions(span, Map.of(), positions),
        size,
        height + 1,
        false);
  }

  private YamlNode mapping(CollectionStartEvent start, int depth) throws FormatException {
    var mapping = new YamlMapping();
    Event event = events.next();
    @Nullable Positions last = null;
    for (; event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
      YamlNode key = node(event, depth + 1);
      YamlNode value = node(events.next(), depth + 1);
      last = value.positions();
      if (key.merges()) {
        if (!mapping.merge(value)) {
          throw wrong(last.start(), "only maps, or a list of maps, can be merged by <<");
        }
        spend(value.size(), last.start());
        continue;
      }
      Position at = key.positions().start();
      String name = keyText(key.value(), at);
      if (!mapping.put(name, value) && duplicates == Yaml.DuplicateKeys.REFUSED) {
        throw InputText.wrong(
            where, at, "the key \"" + name + "\" stands twice in one map", "remove one of them");
      }
    }
    return mapping.node(span(start, event, last));
  }

  private String keyText(Value key, Position at) throws FormatException {
    return switch (key) {
      case ArrayValue array -> throw wrong(at, "a list cannot be a key");
      case NullValue nothing -> throw wrong(at, "null cannot be a key");
      case ObjectValue object ->
          throw InputText.wrong(
              where, at, "a map cannot be a key", "a template with {{ is rendered first");
      case SetValue set -> throw wrong(at, "a set cannot be a key");
      case BooleanValue bool -> bool.flag() ? "true" : "false";
      case NumberValue number -> number.text();
      case StringValue string -> string.text();
    };
  }

  private FormatException wrong(Position at, String message) {
    return InputText.wrong(where, at, message, "");
  }

  private static Span span(Event event) {
    return new Span(position(event.getStartMark()), position(event.getEndMark()));
  }

  /// A collection in block style ends with its last child, since its end event comes after all
  /// following empty lines.
  private static Span span(CollectionStartEvent start, Event end, @Nullable Positions lastChild) {
    Position from = position(start.getStartMark());
    return start.isFlow() || lastChild == null
        ? new Span(from, position(end.getEndMark()))
        : new Span(from, max(from, lastChild.end()));
  }

  private static Position max(Position left, Position right) {
    return left.compareTo(right) >= 0 ? left : right;
  }

  static Position position(Optional<Mark> mark) {
    return mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(Position.START);
  }
}
