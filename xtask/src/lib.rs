//! The tasks as a library.
