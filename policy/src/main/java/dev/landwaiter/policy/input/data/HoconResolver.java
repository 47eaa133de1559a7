package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Replaces the references of HOCON by what they stand for. All scalars are texts, but for null.
/// The environment is not looked at.
final class HoconResolver {
  /// What all references may write out together, in characters.
  private static final long BUDGET = 16 << 20;

  private final HoconReader reader;
  private final Hocon.Fields root;
  private final IdentityHashMap<Hocon.Field, Known> known = new IdentityHashMap<>();
  private final IdentityHashMap<Value, Long> sizes = new IdentityHashMap<>();
  private long budget = BUDGET;
  private int depth;

  /// What is known about a field: all of it, or what stands before the value that is being
  /// resolved.
  private static final class Known {
    private Optional<Value> value = Optional.empty();
    private boolean done;
  }

  /// A field that is needed to know itself; the nearest reference knows whether it may be left out.
  private static final class CircleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FormatException problem;

    CircleException(FormatException problem) {
      super("", problem, false, false);
      this.problem = problem;
    }
  }

  HoconResolver(HoconReader reader, Hocon.Fields root) {
    this.reader = reader;
    this.root = root;
  }

  /// The whole value.
  ///
  /// @throws FormatException when a reference leads nowhere or to itself, or all together write out
  ///   more than 16 Mi characters
  Value resolve() throws FormatException {
    try {
      return resolve(root).orElse(ObjectValue.EMPTY);
    } catch (CircleException circle) {
      throw circle.problem;
    }
  }

  private Optional<Value> resolve(Hocon node) throws FormatException {
    if (++depth > InputText.DEPTH_LIMIT) {
      throw reader.wrong(node.at(), "references nest deeper than " + InputText.DEPTH_LIMIT);
    }
    Optional<Value> value =
        switch (node) {
          case Hocon.Text text when !text.quoted() && text.text().equals("null") ->
              Optional.of(NullValue.NULL);
          case Hocon.Text text -> Optional.of(new StringValue(text.text()));
          case Hocon.Items items -> Optional.of(new ArrayValue(elements(items.elements())));
          case Hocon.Fields object -> Optional.of(object(object));
          case Hocon.Reference reference -> referred(reference);
          case Hocon.Joined joined -> joined(joined);
          case Hocon.Added added -> resolve(added.element()).map(v -> new ArrayValue(List.of(v)));
        };
    depth--;
    return value;
  }

  private List<Value> elements(List<Hocon> nodes) throws FormatException {
    List<Value> elements = new ArrayList<>(nodes.size());
    for (Hocon node : nodes) {
      resolve(node).ifPresent(elements::add);
    }
    return elements;
  }

  private Value object(Hocon.Fields object) throws FormatException {
    var members = new ObjectValue.Draft();
    for (Map.Entry<String, Hocon.Field> entry : object.fields().entrySet()) {
      Optional<Value> value = field(entry.getValue(), object.at());
      value.ifPresent(v -> members.put(new StringValue(entry.getKey()), v));
    }
    return members.finish();
  }

  /// The value of a field. While it is being resolved that is what was said before.
  private Optional<Value> field(Hocon.Field field, int at) throws FormatException {
    Known before = known.get(field);
    if (before != null) {
      if (!before.done && before.value.isEmpty()) {
        throw new CircleException(reader.wrong(at, "a reference leads back to itself"));
      }
      return before.value;
    }
    var state = new Known();
    known.put(field, state);
    try {
      for (Hocon node : field.values()) {
        Optional<Value> next = resolve(node);
        if (next.isPresent()) {
          state.value = Optional.of(merged(state.value, next.get(), node instanceof Hocon.Added));
        }
      }
      state.done = true;
    } finally {
      if (!state.done) {
        known.remove(field);
      }
    }
    return state.value;
  }

  private static Value merged(Optional<Value> before, Value next, boolean adds) {
    if (before.isPresent() && next instanceof ObjectValue && before.get() instanceof ObjectValue) {
      return merged(before.get(), next);
    }
    if (adds && before.isPresent() && before.get() instanceof ArrayValue list) {
      List<Value> elements = new ArrayList<>(list.elements());
      elements.addAll(next.elements());
      return new ArrayValue(elements);
    }
    return next;
  }

  /// Objects are merged deeply, everything else gives way.
  private static Value merged(Value before, Value next) {
    if (!(before instanceof ObjectValue) || !(next instanceof ObjectValue)) {
      return next;
    }
    var members = new ObjectValue.Draft();
    before.members().forEach(members::put);
    next.members()
        .forEach((key, value) -> {
          Value old = members.find(key);
          members.put(key, old == null ? value : merged(old, value));
        });
    return members.finish();
  }

  private Optional<Value> referred(Hocon.Reference reference) throws FormatException {
    Optional<Value> value;
    int level = depth;
    try {
      value = find(root, reference, 0);
    } catch (CircleException circle) {
      if (!reference.optional()) {
        throw circle.problem;
      }
      depth = level;
      value = Optional.empty();
    }
    if (value.isEmpty() && !reference.optional()) {
      throw reader.wrong(reference.at(), "nothing is called " + String.join(".", reference.path()));
    }
    if (value.isPresent()) {
      spend(size(value.get()), reference.at());
    }
    return value;
  }

  private Optional<Value> find(Hocon.Fields object, Hocon.Reference reference, int step)
      throws FormatException {
    Hocon.Field field = object.fields().get(reference.path().get(step));
    if (field == null) {
      return Optional.empty();
    }
    if (step == reference.path().size() - 1) {
      return field(field, reference.at());
    }
    if (field.values().size() == 1 && field.values().getFirst() instanceof Hocon.Fields below) {
      return find(below, reference, step + 1);
    }
    if (known.containsKey(field) && field.values().getLast() instanceof Hocon.Fields below) {
      Optional<Value> found = find(below, reference, step + 1);
      if (found.isPresent()) {
        return found;
      }
    }
    Optional<Value> value = field(field, reference.at());
    for (String key : reference.path().subList(step + 1, reference.path().size())) {
      value = value.flatMap(v -> v.get(key));
    }
    return value;
  }

  private Optional<Value> joined(Hocon.Joined joined) throws FormatException {
    List<Value> parts = new ArrayList<>();
    boolean collections = false;
    for (Hocon node : joined.parts()) {
      Optional<Value> part = resolve(node);
      part.ifPresent(parts::add);
      collections |= part.isPresent() && isCollection(part.get());
    }
    if (collections) {
      parts.removeIf(part -> part instanceof StringValue text && text.text().isBlank());
      return Optional.of(collection(parts, joined.at()));
    }
    var text = new StringBuilder();
    for (Value part : parts) {
      text.append(part instanceof NullValue ? "null" : part.asText());
      spend(part.asText().length(), joined.at());
    }
    return Optional.of(new StringValue(text.toString().strip()));
  }

  private static boolean isCollection(Value value) {
    return value instanceof ArrayValue || value instanceof ObjectValue;
  }

  private Value collection(List<Value> parts, int at) throws FormatException {
    if (parts.stream().allMatch(ObjectValue.class::isInstance)) {
      return parts.stream().reduce(HoconResolver::merged).orElseThrow();
    }
    List<Value> elements = new ArrayList<>();
    for (Value part : parts) {
      if (!(part instanceof ArrayValue)) {
        throw reader.wrong(at, "objects, lists and texts cannot be written one behind the other");
      }
      elements.addAll(part.elements());
    }
    return new ArrayValue(elements);
  }

  private void spend(long characters, int at) throws FormatException {
    budget -= characters;
    if (budget < 0) {
      throw reader.wrong(at, "references write out more than " + BUDGET + " characters");
    }
  }

  /// About how many characters it takes to write a value out.
  private long size(Value value) {
    if (!isCollection(value)) {
      return 4L + value.asText().length();
    }
    Long before = sizes.get(value);
    if (before != null) {
      return before;
    }
    long size = 4;
    for (Value element : value.elements()) {
      size += size(element);
    }
    for (Map.Entry<Value, Value> member : value.members().entrySet()) {
      size += size(member.getKey()) + size(member.getValue());
    }
    sizes.put(value, size);
    return size;
  }
}
