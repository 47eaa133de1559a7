package dev.landwaiter.cli.command.serve;

import dev.landwaiter.server.Service;
import dev.landwaiter.server.http.HttpFrame;
import dev.landwaiter.server.http.Limits;
import dev.landwaiter.server.http.ListenAddress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.function.Consumer;

/// Serves until the process is asked to end.
///
/// @param told hears what happens, in sentences
record Serving(HostProcess process, Consumer<Event> told) {
  /// Something that happened.
  record Event(Weight weight, String message) {}

  /// How much it matters.
  enum Weight {
    INFO,
    ERROR,
    FATAL
  }

  /// Serves.
  ///
  /// @return whether it could listen
  boolean serve(ListenAddress address, HttpFrame.Door door, Limits limits, List<Service> services)
      throws IOException {
    told.accept(new Event(Weight.INFO, "Starting HTTP server on " + address));
    var surroundings =
        new HttpFrame.Surroundings(
            process::ticks,
            process.startMillis(),
            (about, problem) ->
                told.accept(
                    new Event(Weight.ERROR, "a mistake of ours: " + about + ": " + problem)));
    try (HttpFrame _ = HttpFrame.start(address, door, limits, services, surroundings)) {
      process.awaitEnd();
    } catch (HttpFrame.CannotListenException e) {
      told.accept(
          new Event(
              Weight.FATAL, "HTTP server crashed listen tcp " + address + ": " + e.getMessage()));
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the service was interrupted");
    }
    told.accept(new Event(Weight.INFO, "HTTP server stopped"));
    return true;
  }
}
