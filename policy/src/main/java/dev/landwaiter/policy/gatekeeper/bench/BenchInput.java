package dev.landwaiter.policy.gatekeeper.bench;

import dev.landwaiter.policy.gatekeeper.Resource;
import java.util.Collection;
import java.util.List;

/// What is measured: templates and constraints, and the objects they are held against.
public record BenchInput(
    List<Resource> templates, List<Resource> constraints, List<Resource> objects) {
  public BenchInput {
    templates = List.copyOf(templates);
    constraints = List.copyOf(constraints);
    objects = List.copyOf(objects);
  }

  /// Sorts resources.
  ///
  /// @throws BenchException when one of the three is missing
  public static BenchInput of(Collection<Resource> resources) throws BenchException {
    var input =
        new BenchInput(
            resources.stream().filter(Resource::isTemplate).toList(),
            resources.stream().filter(Resource::isConstraint).toList(),
            resources.stream().filter(each -> !each.isTemplate() && !each.isConstraint()).toList());
    if (input.templates.isEmpty()) {
      throw new BenchException("there is no ConstraintTemplate in the input");
    }
    if (input.constraints.isEmpty()) {
      throw new BenchException("there is no constraint in the input");
    }
    if (input.objects.isEmpty()) {
      throw new BenchException("there is no object to review in the input");
    }
    return input;
  }
}
