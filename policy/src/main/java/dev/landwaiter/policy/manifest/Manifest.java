package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import java.util.ArrayList;
import java.util.List;

/// One object of Kubernetes in a file.
///
/// @param file the name it is reported under
/// @param source the template that a renderer made it from, or empty
/// @param index the place of its document among those of the file, from 0
/// @param at where it stands in its document: empty, or such as `items`, 3 inside of a list
/// @param object the object itself
/// @param locator finds places in the whole document
public record Manifest(
    String file, String source, int index, List<Value> at, Value object, Locator locator) {
  public Manifest {
    at = List.copyOf(at);
  }

  public String kind() {
    return object.text("kind");
  }

  public String apiVersion() {
    return object.text("apiVersion");
  }

  /// The part of the API version before the slash, empty for the core of the API.
  public String group() {
    return group(apiVersion());
  }

  static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /// The name of the object, or the beginning of one that the server completes, or empty.
  public String name() {
    Value metadata = object.get("metadata").orElse(NullValue.NULL);
    String name = metadata.text("name");
    return name.isEmpty() ? metadata.text("generateName") : name;
  }

  public String namespace() {
    return object.get("metadata").orElse(NullValue.NULL).text("namespace");
  }

  /// Where a value of the object stands, or the deepest that does on the way to it.
  ///
  /// @param path from the object's root down
  public Locator.Spot find(List<Value> path) {
    List<Value> whole = new ArrayList<>(at);
    whole.addAll(path);
    return locator.find(whole);
  }

  /// Where the object begins.
  public Position start() {
    return find(List.of()).span().start();
  }
}
