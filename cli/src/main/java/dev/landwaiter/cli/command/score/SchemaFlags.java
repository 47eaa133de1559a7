package dev.landwaiter.cli.command.score;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.policy.score.Schemas;
import dev.landwaiter.policy.score.schema.BuiltinSchemas;
import dev.landwaiter.policy.score.schema.LocatedSchemas;
import dev.landwaiter.policy.score.schema.SchemaLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which schemas the structure of objects is held against.
public final class SchemaFlags {
  public static final Flag LOCATION =
      Flag.texts(
              "schema-location",
              "place of JSON schemas, with variables such as {{ .ResourceKind }}; instead of the"
                  + " kinds that Kubernetes has built in, which \"default\" stands for")
          .key("score.schema-location");
  public static final Flag VERSION =
      Flag.text("kubernetes-version", "version of Kubernetes whose kinds are known, or master")
          .key("score.kubernetes-version");

  private static final int SIZE_LIMIT = 32 << 20;

  private SchemaFlags() {}

  /// The schemas that flags ask for, else environment variables, else those built in.
  public static Schemas of(Invocation invocation) throws UsageException {
    List<String> places = invocation.values().texts(LOCATION);
    if (places.isEmpty()) {
      places =
          List.of(
              invocation.world().environment().getOrDefault("SCHEMA_LOCATION", "").split(",", -1));
    }
    String version = invocation.values().text(VERSION);
    if (version.isEmpty()) {
      version = invocation.world().environment().getOrDefault("K8S_SCHEMA_VER", "");
    }
    List<Schemas> all = new ArrayList<>();
    List<SchemaLocation> locations = new ArrayList<>();
    for (String place : places) {
      if (!place.isBlank() && !place.equals("default")) {
        locations.add(location(place.strip()));
      }
    }
    if (!locations.isEmpty()) {
      all.add(
          new LocatedSchemas(
              locations, version.isEmpty() ? "master" : version, place -> open(invocation, place)));
    }
    if (locations.isEmpty() || places.contains("default")) {
      all.add(builtin(invocation, version));
    }
    return all.size() == 1 ? all.getFirst() : (v, kind, object) -> first(all, v, kind, object);
  }

  private static Schemas.Answer first(
      List<Schemas> all, String version, String kind, dev.landwaiter.base.value.Value object) {
    Schemas.Answer answer = Schemas.Answer.UNKNOWN;
    for (Schemas each : all) {
      answer = answer.known() ? answer : each.check(version, kind, object);
    }
    return answer;
  }

  private static Schemas builtin(Invocation invocation, String version) throws UsageException {
    BuiltinSchemas builtin =
        BuiltinSchemas.of(version)
            .orElseThrow(() ->
                new UsageException(
                    "\"%s\" is no version of Kubernetes such as 1.34.2 or master"
                        .formatted(version)));
    if (!version.isEmpty()
        && !version.equals("master")
        && !(version.startsWith("v") ? version.substring(1) : version)
            .startsWith(builtin.version().toString())) {
      invocation
          .log()
          .warn(
              "the kinds of Kubernetes %s are not known; those of %s are taken"
                  .formatted(version, builtin.version()));
    }
    return builtin;
  }

  private static SchemaLocation location(String place) throws UsageException {
    if (place.startsWith("http://") || place.startsWith("https://")) {
      throw new UsageException(
          "the schema location %s is not read: schemas come from files, not over the network"
              .formatted(place));
    }
    var location = new SchemaLocation(place);
    if (location.problem().isPresent()) {
      throw new UsageException(location.problem().get());
    }
    return location;
  }

  private static Optional<LocatedSchemas.Source.Found> open(Invocation invocation, String place) {
    Path file =
        invocation
            .world()
            .folder()
            .resolve(place.startsWith("file://") ? place.substring("file://".length()) : place)
            .normalize();
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(SIZE_LIMIT), StandardCharsets.UTF_8);
      return Optional.of(new LocatedSchemas.Source.Found("file://" + file, text));
    } catch (IOException e) {
      invocation.log().warn("the schema " + place + " cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }
}
