package dev.landwaiter.rego.trace;

import java.util.List;

/// Tells several tracers at once.
public record Several(List<Tracer> tracers) implements Tracer {
  public Several {
    tracers = List.copyOf(tracers);
  }

  @Override
  public boolean wantsLocals() {
    return tracers.stream().anyMatch(Tracer::wantsLocals);
  }

  @Override
  public void take(Event event) {
    tracers.forEach(tracer -> tracer.take(event));
  }
}
