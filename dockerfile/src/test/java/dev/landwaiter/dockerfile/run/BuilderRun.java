package dev.landwaiter.dockerfile.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.stage.BaseImage;
import dev.landwaiter.dockerfile.stage.BuildInput;
import dev.landwaiter.dockerfile.stage.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One recorded run of the builder's checks and what becomes of it here; findings are written `line
/// rule`, a failure `line failure`.
record BuilderRun(String id, List<String> wanted, List<String> found) {
  static BuilderRun of(String line) throws Exception {
    var row = (ObjectValue) Json.parse("lint-cases.jsonl", line.getBytes(UTF_8));
    List<String> wanted = new ArrayList<>();
    for (Value each : row.get("findings").orElseThrow().elements()) {
      wanted.add(each.elements().get(0) + " " + each.elements().get(1).asText());
    }
    row.get("errorLine").ifPresent(each -> wanted.add(each + " failure"));
    wanted.sort(null);
    return new BuilderRun(row.text("id"), wanted, found(row));
  }

  private static List<String> found(ObjectValue row) {
    Map<String, String> arguments = new HashMap<>();
    row.get("buildArgs")
        .orElse(ObjectValue.EMPTY)
        .members()
        .forEach((name, value) -> arguments.put(name.asText(), value.asText()));
    BaseImage image = image(row.get("base").orElse(ObjectValue.EMPTY));
    var input =
        new BuildInput(
            arguments,
            row.get("target").map(Value::asText),
            Platform.LINUX,
            (name, platform) -> Optional.of(image));
    Optional<String> ignore = row.get("ignore").map(Value::asText);
    var outcome = BuilderLinter.lint(new Parser().parse(row.text("dockerfile")), input, ignore);
    List<String> found = new ArrayList<>();
    outcome.findings().forEach(each -> found.add(each.line() + " " + each.id()));
    outcome.failure().ifPresent(each -> found.add(each.builderLine() + " failure"));
    found.sort(null);
    return found;
  }

  private static BaseImage image(Value base) {
    Map<String, String> env = new HashMap<>();
    base.get("env")
        .ifPresent(all -> {
          for (Value each : all.elements()) {
            String[] parts = each.asText().split("=", 2);
            env.put(parts[0], parts[1]);
          }
        });
    List<String> shell =
        base.get("shell")
            .map(all -> all.elements().stream().map(Value::asText).toList())
            .orElse(List.of());
    return new BaseImage(
        env,
        shell,
        base.get("workdir").filter(StringValue.class::isInstance).map(Value::asText).orElse(""),
        base.get("imagePlatform").flatMap(each -> Platform.read(each.asText())));
  }

  boolean agrees() {
    return wanted.equals(found);
  }
}
