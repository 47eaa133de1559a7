package dev.landwaiter.report.json;

import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The image configuration of a report (OCI image specification 1.1, config): known fields in their
/// fixed order, empty ones left out, unknown ones dropped.
final class ImageConfigJson {
  private static final String NO_TIME = "0001-01-01T00:00:00Z";
  private static final List<String> HISTORY =
      List.of("author", "created", "created_by", "comment", "empty_layer");
  private static final List<String> CONFIG =
      List.of(
          "AttachStderr",
          "AttachStdin",
          "AttachStdout",
          "Cmd",
          "Healthcheck",
          "Domainname",
          "Entrypoint",
          "Env",
          "Hostname",
          "Image",
          "Labels",
          "OnBuild",
          "OpenStdin",
          "StdinOnce",
          "Tty",
          "User",
          "Volumes",
          "WorkingDir",
          "ExposedPorts",
          "ArgsEscaped",
          "NetworkDisabled",
          "MacAddress",
          "StopSignal",
          "Shell");
  private static final List<String> HEALTHCHECK =
      List.of("Test", "Interval", "Timeout", "StartPeriod", "Retries");

  private ImageConfigJson() {}

  static void write(JsonWriter json, Value config) throws IOException {
    json.name("ImageConfig").beginObject();
    json.name("architecture").value(config.text("architecture"));
    json.field("author", config.text("author"));
    json.field("container", config.text("container"));
    json.name("created").value(created(config));
    json.field("docker_version", config.text("docker_version"));
    json.field("history", list(config, "history"), (_, entry) -> object(json, entry, HISTORY));
    json.name("os").value(config.text("os"));
    json.name("rootfs").beginObject();
    Value rootfs = config.get("rootfs").orElse(ObjectValue.EMPTY);
    json.name("type").value(rootfs.text("type"));
    json.name("diff_ids").beginArray();
    for (Value diffId : list(rootfs, "diff_ids")) {
      json.value(diffId);
    }
    json.endArray().endObject();
    json.name("config");
    object(json, config.get("config").orElse(ObjectValue.EMPTY), CONFIG);
    json.field("os.version", config.text("os.version"));
    json.field("variant", config.text("variant"));
    json.field("os.features", list(config, "os.features"), JsonWriter::value);
    json.endObject();
  }

  private static String created(Value value) {
    String text = value.text("created");
    return text.isEmpty() ? NO_TIME : text;
  }

  private static List<Value> list(Value value, String key) {
    return value.get(key).map(Value::elements).orElse(List.of());
  }

  private static void object(JsonWriter json, Value value, List<String> keys) throws IOException {
    json.beginObject();
    for (String key : keys) {
      if (key.equals("created")) {
        json.name(key).value(created(value));
        continue;
      }
      Optional<Value> member = value.get(key).filter(found -> !empty(found));
      if (member.isPresent()) {
        json.name(key);
        if (key.equals("Healthcheck")) {
          object(json, member.get(), HEALTHCHECK);
        } else {
          sorted(json, member.get());
        }
      }
    }
    json.endObject();
  }

  private static void sorted(JsonWriter json, Value value) throws IOException {
    if (value instanceof ObjectValue object) {
      json.beginObject();
      for (Value key : object.members().keySet().stream().sorted().toList()) {
        json.name(key.asText());
        sorted(json, object.get(key.asText()).orElse(NullValue.NULL));
      }
      json.endObject();
    } else {
      json.value(value);
    }
  }

  private static boolean empty(Value value) {
    if (value instanceof StringValue || value instanceof NullValue) {
      return value.asText().isEmpty();
    }
    if (value instanceof BooleanValue flag) {
      return !flag.flag();
    }
    return value instanceof NumberValue number
        ? number.toBigDecimal().signum() == 0
        : value.elements().isEmpty() && value.members().isEmpty();
  }
}
