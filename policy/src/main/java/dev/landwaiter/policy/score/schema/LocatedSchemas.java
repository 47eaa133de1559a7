package dev.landwaiter.policy.score.schema;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Schemas;
import dev.landwaiter.rego.schema.RemoteSchemas;
import dev.landwaiter.rego.schema.Schema;
import dev.landwaiter.rego.schema.SchemaException;
import dev.landwaiter.rego.schema.SchemaReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Schemas at places that the user names, tried in order; each is read once. Any number of threads
/// may use it.
public final class LocatedSchemas implements Schemas {
  private final List<SchemaLocation> locations;
  private final String version;
  private final Source source;
  private final Map<String, Read> known = new ConcurrentHashMap<>();

  /// @param locations tried in order
  /// @param version of Kubernetes, for their variables
  public LocatedSchemas(List<SchemaLocation> locations, String version, Source source) {
    this.locations = List.copyOf(locations);
    this.version = version;
    this.source = source;
  }

  /// Opens what stands at a place.
  @FunctionalInterface
  public interface Source {
    /// The text there, or nothing where there is none.
    Optional<Found> open(String place);

    /// A schema's text.
    ///
    /// @param address as messages name it, such as `file:///schemas/pod.json`
    record Found(String address, String text) {}
  }

  /// A schema, or what is wrong with it.
  private record Read(String address, Optional<Schema> schema, String trouble) {}

  @Override
  public Answer check(String apiVersion, String kind, Value object) {
    for (SchemaLocation location : locations) {
      String place = location.of(apiVersion, kind, version);
      Optional<Read> read = read(place);
      if (read.isPresent()) {
        Read found = read.get();
        List<Fault> faults =
            found.schema().isPresent()
                ? SchemaCheck.check(found.schema().get(), object)
                : List.of(new Fault(List.of(), found.trouble()));
        return new Answer(true, found.address(), faults);
      }
    }
    return Answer.UNKNOWN;
  }

  private Optional<Read> read(String place) {
    Read read = known.get(place);
    if (read != null) {
      return Optional.of(read);
    }
    Optional<Read> fresh = source.open(place).map(LocatedSchemas::parse);
    fresh.ifPresent(each -> known.put(place, each));
    return fresh;
  }

  private static Read parse(Source.Found found) {
    try {
      Value schema = Json.parse(found.address(), found.text());
      return new Read(
          found.address(), Optional.of(SchemaReader.read(schema, RemoteSchemas.NONE)), "");
    } catch (FormatException e) {
      return unread(found, e.problem().message());
    } catch (SchemaException e) {
      return unread(found, e.getMessage());
    }
  }

  private static Read unread(Source.Found found, String why) {
    return new Read(found.address(), Optional.empty(), "the schema cannot be read: " + why);
  }
}
