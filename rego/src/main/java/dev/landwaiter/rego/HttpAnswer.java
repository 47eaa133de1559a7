package dev.landwaiter.rego;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/// The answer to an [HttpRequest].
///
/// @param reason the text behind the status code, or the usual one
/// @param headers values by lower-case name
public record HttpAnswer(
    int status, String reason, Map<String, List<String>> headers, ByteBuffer body) {}
