package dev.landwaiter.base.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values by key, kept in the order given; ordered by their sorted keys, then by the values of
/// them.
public record ObjectValue(Map<Value, Value> members) implements Value {
  public static final ObjectValue EMPTY = new ObjectValue(Map.of());

  public ObjectValue {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  @Override
  public Optional<Value> get(String key) {
    return Optional.ofNullable(members.get(new StringValue(key)));
  }

  @Override
  public int rank() {
    return 5;
  }

  @Override
  public int compareSameKind(Value other) {
    var that = (ObjectValue) other;
    List<Value> mine = members.keySet().stream().sorted().toList();
    List<Value> theirs = that.members.keySet().stream().sorted().toList();
    int byKeys = ArrayValue.compare(mine, theirs);
    return byKeys != 0
        ? byKeys
        : ArrayValue.compare(
            mine.stream().map(members::get).toList(),
            theirs.stream().map(that.members::get).toList());
  }
}
