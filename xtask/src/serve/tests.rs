//! The server, talked to over a real connection.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;
use std::{env, fs, process};

use super::Server;

/// One test at a time: a port that one gives back could be another's before it is asked for again.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder of its own for every test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> io::Result<Self> {
        let path = env::temp_dir().join(format!("ket-nap-serve-{}-{name}", process::id()));
        fs::create_dir_all(&path)?;
        fs::write(path.join("index.html"), "<p>trang đầu</p>")?;
        fs::write(path.join("a.wasm"), vec![7; 4000])?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn ask(server: &Server, head: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port()))?;
    write!(stream, "{head}\r\nHost: here\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

#[test]
fn serves_files_and_counts_requests() -> io::Result<()> {
    let _alone = alone();
    let folder = Folder::new("files")?;
    let server = Server::start(&folder.0, 0)?;
    let page = ask(&server, "GET /?a=b HTTP/1.1")?;
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    assert!(page.ends_with("\r\n\r\n<p>trang đầu</p>"), "{page}");
    let head = ask(&server, "HEAD /a.wasm HTTP/1.1")?;
    assert!(head.contains("Content-Type: application/wasm\r\n") && head.contains("Content-Length: 4000\r\n"), "{head}");
    assert!(head.ends_with("\r\n\r\n"), "{head}");
    let small = ask(&server, "GET /a.wasm HTTP/1.1\r\nAccept-Encoding: gzip")?;
    assert!(small.contains("Content-Encoding: gzip") && small.len() < 1000);
    assert!(ask(&server, "GET /nothing HTTP/1.1")?.starts_with("HTTP/1.1 404"));
    assert!(ask(&server, "GET /../secret HTTP/1.1")?.starts_with("HTTP/1.1 400"));
    assert!(ask(&server, "POST / HTTP/1.1")?.starts_with("HTTP/1.1 405"));
    assert_eq!(server.requests(), ["/?a=b", "/a.wasm", "/a.wasm", "/nothing", "/../secret", "/"]);
    Ok(())
}

#[test]
fn stopping_frees_the_port_and_cuts_connections() -> io::Result<()> {
    let _alone = alone();
    let folder = Folder::new("stop")?;
    let server = Server::start(&folder.0, 0)?;
    let port = server.port();
    let mut idle = TcpStream::connect(("127.0.0.1", port))?;
    assert!(Server::start(&folder.0, port).is_err(), "the port is taken");
    // An answer proves that the idle connection, made earlier, has been accepted too.
    ask(&server, "GET / HTTP/1.1")?;
    server.stop();
    assert_eq!(idle.read(&mut [0; 1]).unwrap_or(0), 0, "the idle connection is closed");
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    let again = Server::start(&folder.0, port)?;
    assert!(ask(&again, "GET / HTTP/1.1")?.contains("200 OK"));
    Ok(())
}

#[test]
fn a_slow_line_is_slow_and_files_can_be_exchanged() -> io::Result<()> {
    let _alone = alone();
    let folder = Folder::new("slow")?;
    let other = Folder::new("other")?;
    fs::write(other.0.join("index.html"), "mới")?;
    let server = Server::start(&folder.0, 0)?;
    server.set_speed(Some(20_000));
    let start = Instant::now();
    ask(&server, "GET /a.wasm HTTP/1.1")?;
    assert!(start.elapsed().as_millis() >= 150);
    server.set_speed(None);
    server.set_root(&other.0);
    assert!(ask(&server, "GET / HTTP/1.1")?.ends_with("mới"));
    Ok(())
}
