package dev.landwaiter.rego.trace;

import java.util.ArrayList;
import java.util.List;

/// Keeps all events.
public final class Recorder implements Tracer {
  private final boolean locals;
  private final List<Event> events = new ArrayList<>();

  public Recorder(boolean locals) {
    this.locals = locals;
  }

  @Override
  public boolean wantsLocals() {
    return locals;
  }

  @Override
  public void take(Event event) {
    events.add(event);
  }

  /// The events so far.
  public List<Event> events() {
    return List.copyOf(events);
  }
}
