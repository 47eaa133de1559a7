package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.present.ErrorJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Where the commands about Rego write to.
record Output(Invocation invocation) {
  /// Results, to standard output.
  void out(String text) throws IOException {
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A line for people, to standard error.
  void err(String line) {
    invocation.world().stderr().println(line);
    invocation.world().stderr().flush();
  }

  /// JSON with its members in the order given.
  void json(Value value) throws IOException {
    out(JsonWriter.toText(value, JsonStyle.INDENTED) + "\n");
  }

  /// Errors as text, `N errors occurred:` above them.
  void errors(List<RegoError> errors) {
    err(RegoException.text(errors));
  }

  /// Errors as JSON to standard error.
  void errorsAsJson(List<RegoError> errors) {
    err(JsonWriter.toText(ErrorJson.of(errors), JsonStyle.INDENTED));
  }
}
