package dev.landwaiter.base.finding;

import java.util.List;

/// How a package stands to the others of its result.
///
/// @param dev whether it is needed only to develop or test
/// @param dependsOn ids of the packages it needs, sorted
public record Relations(Relationship relationship, boolean dev, List<String> dependsOn) {
  public static final Relations NONE = new Relations(Relationship.UNKNOWN, false, List.of());

  public Relations {
    dependsOn = List.copyOf(dependsOn);
  }

  public static Relations of(Relationship relationship) {
    return new Relations(relationship, false, List.of());
  }

  public static Relations dependingOn(List<String> ids) {
    return new Relations(Relationship.UNKNOWN, false, ids);
  }
}
