//! Answering: the file, its type, and how long a browser may keep it.

use std::fs;
use std::io::{self, Write};
use std::net::TcpStream;
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::request::{Request, file_name};
use crate::sizes;

/// What is sent back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The number and its name.
    pub status: &'static str,
    /// All lines of the head but the first.
    pub headers: Vec<(&'static str, String)>,
    /// The content, empty when only the head was asked for.
    pub body: Vec<u8>,
}

/// Finds the answer to a request among the files of `root`.
pub fn to(request: &Request, root: &Path) -> Answer {
    if request.method != "GET" && request.method != "HEAD" {
        return plain("405 Method Not Allowed");
    }
    let Some(name) = file_name(&request.target) else {
        return plain("400 Bad Request");
    };
    let Ok(mut content) = fs::read(root.join(&name)) else {
        return plain("404 Not Found");
    };
    let kind = media_type(&name);
    let mut headers = vec![("Content-Type", kind.to_owned()), ("Cache-Control", keeping(&name).to_owned())];
    // A copy that lies beside the file is sent as it is, the way hosts with static copies do.
    if request.brotli
        && let Ok(small) = fs::read(root.join(format!("{name}.br")))
    {
        content = small;
        headers.push(("Content-Encoding", "br".to_owned()));
    } else if request.gzip
        && !kind.starts_with("image/png")
        && let Ok(small) = sizes::gzip(&content)
    {
        content = small;
        headers.push(("Content-Encoding", "gzip".to_owned()));
    }
    headers.push(("Vary", "Accept-Encoding".to_owned()));
    finish("200 OK", headers, content, request.method == "HEAD")
}

fn plain(status: &'static str) -> Answer {
    let headers =
        vec![("Content-Type", "text/plain; charset=utf-8".to_owned()), ("Cache-Control", "no-store".to_owned())];
    finish(status, headers, status.as_bytes().to_vec(), false)
}

fn finish(status: &'static str, mut headers: Vec<(&'static str, String)>, body: Vec<u8>, head: bool) -> Answer {
    headers.push(("Content-Length", body.len().to_string()));
    headers.push(("X-Content-Type-Options", "nosniff".to_owned()));
    headers.push(("Connection", "close".to_owned()));
    Answer { status, headers, body: if head { Vec::new() } else { body } }
}

/// Browsers compile a program while it arrives only with the right type.
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A name with a hash in it never gets another content; any other is asked for again.
fn keeping(name: &str) -> &'static str {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// Sends an answer, not faster than `speed` bytes per second unless that is 0.
pub fn send(mut stream: &TcpStream, answer: &Answer, speed: u32) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {}\r\n", answer.status);
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    if speed == 0 {
        return stream.write_all(&answer.body);
    }
    // Twenty small pieces a second are even enough for a bar that moves.
    let piece = usize::try_from(speed / 20).unwrap_or(usize::MAX).max(1);
    for part in answer.body.chunks(piece) {
        stream.write_all(part)?;
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_names_are_kept() {
        assert!(keeping("ket-nap-0123456789abcdef.wasm").contains("immutable"));
        for name in ["index.html", "sw.js", "manifest.webmanifest", "icons/icon-192.png", "ket-nap-0123.js"] {
            assert_eq!(keeping(name), "no-cache", "{name}");
        }
    }

    #[test]
    fn the_types_a_page_depends_on() {
        assert_eq!(media_type("a.wasm"), "application/wasm");
        assert_eq!(media_type("sw.js"), "text/javascript; charset=utf-8");
        assert!(media_type("manifest.webmanifest").starts_with("application/manifest+json"));
    }
}
