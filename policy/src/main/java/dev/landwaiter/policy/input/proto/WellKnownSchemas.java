package dev.landwaiter.policy.input.proto;

import java.util.Map;

/// The schemas that every schema may import without having them: types that have a JSON form of
/// their own, and the options that schemas extend.
final class WellKnownSchemas {
  private static final String FOLDER = "google/protobuf/";
  private static final String HEAD = "syntax = \"proto3\"; package google.protobuf; ";

  /// By the paths they are imported by.
  static final Map<String, String> BY_PATH =
      Map.of(
          FOLDER + "any.proto",
          HEAD + "message Any { string type_url = 1; bytes value = 2; }",
          FOLDER + "duration.proto",
          HEAD + "message Duration { int64 seconds = 1; int32 nanos = 2; }",
          FOLDER + "timestamp.proto",
          HEAD + "message Timestamp { int64 seconds = 1; int32 nanos = 2; }",
          FOLDER + "empty.proto",
          HEAD + "message Empty {}",
          FOLDER + "field_mask.proto",
          HEAD + "message FieldMask { repeated string paths = 1; }",
          FOLDER + "source_context.proto",
          HEAD + "message SourceContext { string file_name = 1; }",
          FOLDER + "struct.proto",
          HEAD
              + """
              message Struct { map<string, Value> fields = 1; }
              message Value {
                oneof kind {
                  NullValue null_value = 1; double number_value = 2; string string_value = 3;
                  bool bool_value = 4; Struct struct_value = 5; ListValue list_value = 6;
                }
              }
              enum NullValue { NULL_VALUE = 0; }
              message ListValue { repeated Value values = 1; }
              """,
          FOLDER + "wrappers.proto",
          HEAD
              + """
              message DoubleValue { double value = 1; }
              message FloatValue { float value = 1; }
              message Int64Value { int64 value = 1; }
              message UInt64Value { uint64 value = 1; }
              message Int32Value { int32 value = 1; }
              message UInt32Value { uint32 value = 1; }
              message BoolValue { bool value = 1; }
              message StringValue { string value = 1; }
              message BytesValue { bytes value = 1; }
              """,
          FOLDER + "descriptor.proto",
          HEAD
              + """
              message FileOptions {} message MessageOptions {} message FieldOptions {}
              message OneofOptions {} message EnumOptions {} message EnumValueOptions {}
              message ServiceOptions {} message MethodOptions {} message ExtensionRangeOptions {}
              message FeatureSet {}
              """);

  private WellKnownSchemas() {}
}
