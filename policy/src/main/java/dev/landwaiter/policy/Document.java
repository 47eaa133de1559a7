package dev.landwaiter.policy;

import dev.landwaiter.base.value.Value;
import java.util.function.Supplier;

/// One document of configuration.
///
/// @param file the name it is reported under
/// @param index its place among the documents of the file, from 0
/// @param content what a policy sees
/// @param locator reads the places of its nodes when somebody asks for one, since most documents
///   are fine
public record Document(String file, int index, Value content, Supplier<Locator> locator) {}
