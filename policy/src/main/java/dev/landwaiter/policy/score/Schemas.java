package dev.landwaiter.policy.score;

import dev.landwaiter.base.value.Value;
import java.util.List;

/// Checks the structure of objects of Kubernetes.
@FunctionalInterface
public interface Schemas {
  /// Takes every object as it is.
  Schemas NONE = (apiVersion, kind, object) -> Answer.FINE;

  /// Checks one object.
  ///
  /// @param apiVersion such as `apps/v1`
  /// @param kind such as `Deployment`
  Answer check(String apiVersion, String kind, Value object);

  /// What came of a check.
  ///
  /// @param known whether there is a schema for that kind
  /// @param schema the address of the schema, as messages name it
  /// @param faults what is wrong, none when the object is right
  record Answer(boolean known, String schema, List<Fault> faults) {
    public static final Answer FINE = new Answer(true, "", List.of());
    public static final Answer UNKNOWN = new Answer(false, "", List.of());

    public Answer {
      faults = List.copyOf(faults);
    }
  }

  /// One thing that is wrong.
  ///
  /// @param path keys and indices from the object's root down
  /// @param text such as `additional properties 'x' not allowed` or `got string, want boolean`
  record Fault(List<Value> path, String text) {
    public Fault {
      path = List.copyOf(path);
    }
  }
}
