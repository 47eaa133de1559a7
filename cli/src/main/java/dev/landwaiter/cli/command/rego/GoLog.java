package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import java.time.temporal.ChronoUnit;

/// Lines of a log as the original writes them where others read them.
record GoLog(Invocation invocation) {
  private static final String UNEXPECTED = "Unexpected error.";

  /// One line of JSON about an error.
  void json(String error) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("err"), Value.of(error));
    draft.put(Value.of("level"), Value.of("error"));
    draft.put(Value.of("msg"), Value.of(UNEXPECTED));
    draft.put(Value.of("time"), Value.of(time()));
    new Output(invocation).err(JsonWriter.toText(draft.finish(), JsonStyle.COMPACT));
  }

  /// One line of words about an error.
  void text(String error) {
    new Output(invocation)
        .err("time=\"%s\" level=error msg=\"%s\" err=\"%s\"".formatted(time(), UNEXPECTED, error));
  }

  /// Tells that decisions made the run fail.
  ///
  /// @return the exit code
  int failed(int failures, int errors, String flag) {
    json(
        "exec error: there were %d failures and %d errors counted in the results list, and %s is set"
            .formatted(failures, errors, flag));
    return 1;
  }

  private String time() {
    return invocation.world().clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
