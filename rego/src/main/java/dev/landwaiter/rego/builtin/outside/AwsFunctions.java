package dev.landwaiter.rego.builtin.outside;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.encoding.JsonText;
import dev.landwaiter.rego.builtin.net.Uri;
import dev.landwaiter.rego.syntax.ValueText;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// `providers.aws.sign_req` (reference 13.16).
public final class AwsFunctions {
  private static final List<String> CONFIG =
      List.of("aws_service", "aws_access_key", "aws_secret_access_key", "aws_region");

  private AwsFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("providers.aws.sign_req")
                .takes("request", Type.object(Type.STRING, Type.ANY))
                .takes("aws_config", Type.object(Type.STRING, Type.ANY))
                .takes("time_ns", Type.NUMBER)
                .gives(Type.object(Type.ANY, Type.ANY)),
            (_, a) -> sign(a)));
  }

  private static Value sign(Value[] arguments) throws BuiltinException {
    ObjectValue request = Operands.object(arguments, 0);
    checkTexts(request, List.of("method", "url"), "operand 1", "request");
    ObjectValue config = Operands.object(arguments, 1);
    checkTexts(config, CONFIG, "operand 2", "AWS config");
    boolean unsigned = unsigned(config);
    Instant time = time(Operands.number(arguments, 2));
    var parts =
        new AwsSignature.Request(
            request.text("method"),
            Uri.parse(request.text("url")),
            headers(request),
            body(request));
    var credentials =
        new AwsSignature.Credentials(
            config.text("aws_access_key"),
            config.text("aws_secret_access_key"),
            config.text("aws_session_token"),
            config.text("aws_region"),
            config.text("aws_service"));
    var headers = new ObjectValue.Draft();
    new AwsSignature(credentials, time, unsigned)
        .sign(parts)
        .forEach((name, value) -> headers.put(Value.of(name), Value.of(value)));
    var signed = new ObjectValue.Draft();
    request.members().forEach(signed::put);
    signed.put(Value.of("headers"), headers.finish());
    return signed.finish();
  }

  private static void checkTexts(
      ObjectValue object, List<String> names, String operand, String what) throws BuiltinException {
    var missing = new TreeSet<String>(names);
    missing.removeIf(name -> object.get(name).isPresent());
    if (!missing.isEmpty()) {
      throw BuiltinException.type(
          operand + " missing required " + what + " parameters(s): " + set(missing));
    }
    var invalid = new TreeSet<String>(names);
    invalid.removeIf(name -> object.get(name).orElseThrow() instanceof StringValue);
    if (!invalid.isEmpty()) {
      throw BuiltinException.type(
          operand + " invalid values for required " + what + " parameters(s): " + set(invalid));
    }
  }

  private static String set(Set<String> names) {
    return names.stream().map(ValueText::quoted).collect(Collectors.joining(", ", "{", "}"));
  }

  private static boolean unsigned(ObjectValue config) throws BuiltinException {
    Value disabled = config.get("disable_payload_signing").orElse(BooleanValue.FALSE);
    if (!(disabled instanceof BooleanValue flag)) {
      throw BuiltinException.type(
          "operand 2 invalid value for 'disable_payload_signing' in AWS config");
    }
    return flag.flag();
  }

  private static Instant time(NumberValue number) throws BuiltinException {
    OptionalLong nanos = Operands.plainInteger(number);
    if (nanos.isEmpty()) {
      throw BuiltinException.type(
          "operand 3 could not convert time_ns value into a unix timestamp");
    }
    return Instant.EPOCH.plusNanos(nanos.getAsLong());
  }

  private static Map<String, String> headers(ObjectValue request) throws BuiltinException {
    var headers = new TreeMap<String, String>();
    Value given = request.get("headers").orElse(ObjectValue.EMPTY);
    for (var member : given.members().entrySet()) {
      String name = JsonText.key(member.getKey());
      headers.put(
          name,
          member.getValue() instanceof StringValue text
              ? text.text()
              : member.getValue().elements().stream()
                  .map(v -> v instanceof StringValue s ? s.text() : ValueText.of(v))
                  .collect(Collectors.joining(",")));
    }
    return headers;
  }

  private static String body(ObjectValue request) throws BuiltinException {
    var raw = request.get("raw_body");
    if (raw.isPresent()) {
      return raw.get() instanceof StringValue text ? text.text() : JsonText.of(raw.get());
    }
    var body = request.get("body");
    return body.isPresent() ? JsonText.of(body.get()) : "";
  }
}
