/**
 * The directives of nginx and of its modules: facts only.
 *
 * Source: the ngx_command_t tables of nginx 1.31.5-dev (https://github.com/nginx/nginx, commit 3f6f7824, 2026-08-21), all
 * release tags from 0.5.0 to 1.31.4, the reference on nginx.org (2026-07-22), nginx-go-crossplane (2026-05-25) for the
 * commercial ones, and the sources of the modules themselves; placement and number of arguments of the core ones were
 * compared with running binaries of 1.31.5 and of Debian's 1.22.1. Generated once.
 *
 * A line `@module` begins a module: its status (core, removed, separate-module, commercial, third-party), and where known
 * repo, debian (package) and build (option of configure). Then one directive per line, columns divided by tabs:
 * - name
 * - contexts, one letter each: m main, e events, h http, s server, l location, S if in server, L if in location,
 *   x limit_except, u upstream, t stream, T stream server, U stream upstream, a mail, A mail server, r rtmp,
 *   R rtmp server, p rtmp application, c rtmp recorder, g mgmt, o oidc_provider, i acme_issuer, * anywhere
 * - numbers of arguments: `1`, `1-3`, `1,3`, `2+`, or `flag` (one argument, on or off); a `{` behind means a block
 * - what else is known, as key=value or as a bare word: opens (context of the block, raw:… when no directives stand in it),
 *   type (of the value), values (all legal words), keywords (words with a meaning), bounds, default, syntax (without the
 *   name; one column per form), first (release; core ones without it are older than 0.5.0), since (release as documented),
 *   removed, last, use (what replaces it), deprecated (since), platform, once (a second one in a block is an error),
 *   repeat (allowed, warn, or what must differ), not1221/in1221 (whether 1.22.1 has it, where that differs from the
 *   status), arities1221, valuesNot1221, undocumented, approximate (not compared with a program).
 */
export const nginxDirectiveTable = String.raw`
@core	core
daemon	m	flag	default=on	once
master_process	m	flag	default=on	once
timer_resolution	m	1	type=time-ms	syntax=<interval>	once
pid	m	1	type=string	default=logs/nginx.pid	syntax=<file>	once
lock_file	m	1	type=string	default=logs/nginx.lock	syntax=<file>	once
worker_processes	m	1	type=number-or-auto	default=1	syntax=<number> | auto	once
debug_points	m	1	type=enum	values=stop abort	syntax=abort | stop	once
user	m	1-2	type=user-group	default=nobody nobody	syntax=<user> [<group>]	once
worker_priority	m	1	type=number	default=0	syntax=<number>	once
worker_cpu_affinity	m	1+	syntax=<cpumask> ...	syntax=auto [<cpumask>]	once
worker_rlimit_nofile	m	1	type=number	syntax=<number>	once
worker_rlimit_core	m	1	type=offset	syntax=<size>	once
worker_shutdown_timeout	m	1	type=time-ms	syntax=<time>	first=1.11.11	once
working_directory	m	1	type=string	syntax=<directory>	once
env	m	1	default=TZ	syntax=<variable>[=<value>]	first=0.5.9	repeat=allowed
load_module	m	1	type=path	syntax=<file>	first=1.9.11	repeat=allowed
include	*	1	type=path-glob	syntax=<file> | <mask>	repeat=allowed
error_log	m	1+	type=log-target	keywords=debug info notice warn error crit alert emerg stderr syslog: memory:	default=logs/error.log error	syntax=<file> [<level>] [json]	repeat=allowed
pcre_jit	m	flag	default=off	first=1.1.12	once
worker_aio_requests	e	1	type=number	default=32	syntax=<number>	first=1.0.7	since=1.1.4	once
events	m	0{	opens=events	syntax=(none)	once
worker_connections	e	1	type=number	default=512	syntax=<number>	once
use	e	1	type=enum	values=select poll epoll kqueue /dev/poll eventport win32 iocp	syntax=<method>	once
multi_accept	e	flag	default=off	once
accept_mutex	e	flag	default=off	once
accept_mutex_delay	e	1	type=time-ms	default=500ms	syntax=<time>	once
debug_connection	e	1	syntax=<address> | <CIDR> | unix:	repeat=allowed
ssl_engine	m	1	syntax=<device>	once
ssl_object_cache_inheritable	m	flag	default=on	first=1.27.4	once	not1221
error_log	hsl	1+	type=log-target	default=logs/error.log error	syntax=<file> [<level>] [json]	repeat=allowed
@core	core	build=--with-threads
thread_pool	m	2-3	type=name	default=default threads=32 max_queue=65536	syntax=<name> threads=<number> [max_queue=<number>]	first=1.7.11	repeat=name
@ngx_devpoll_module	core
devpoll_changes	e	1	type=number	platform=/dev/poll (Solaris)	not1221	undocumented
devpoll_events	e	1	type=number	platform=/dev/poll (Solaris)	not1221	undocumented
@ngx_epoll_module	core
epoll_events	e	1	type=number	once	undocumented
@ngx_eventport_module	core
eventport_events	e	1	type=number	platform=event ports (Solaris)	not1221	undocumented
@ngx_iocp_module	core
iocp_threads	e	1	type=number	platform=Windows	not1221	undocumented
post_acceptex	e	1	type=number	platform=Windows	not1221	undocumented
acceptex_read	e	flag	platform=Windows	not1221	undocumented
@ngx_kqueue_module	core
kqueue_changes	e	1	type=number	platform=kqueue (BSD/macOS)	not1221	undocumented
kqueue_events	e	1	type=number	platform=kqueue (BSD/macOS)	not1221	undocumented
@ngx_http_v3_module	core
quic_bpf	m	flag	default=off	first=1.25.0	once	not1221
@ngx_http_access_module	core
allow	hslx	1	type=address-cidr	syntax=<address> | <CIDR> | unix: | all	repeat=allowed
deny	hslx	1	type=address-cidr	syntax=<address> | <CIDR> | unix: | all	repeat=allowed
@ngx_http_addition_module	core	build=--with-http_addition_module
add_before_body	hsl	1	type=string	syntax=<uri>	once
add_after_body	hsl	1	type=string	syntax=<uri>	once
addition_types	hsl	1+	type=mime-types	default=text/html	syntax=<mime-type> ...	first=0.7.65	since=0.7.9	repeat=allowed
@ngx_http_auth_basic_module	core
auth_basic	hslx	1	type=string-with-variables	default=off	syntax=<string> | off	once
auth_basic_user_file	hslx	1	type=path	syntax=<file>	once
@ngx_http_auth_request_module	core	build=--with-http_auth_request_module
auth_request	hsl	1	default=off	syntax=<uri> | off	first=1.5.4	once
auth_request_set	hsl	2	syntax=<$variable> <value>	first=1.5.4	repeat=allowed
@ngx_http_autoindex_module	core
autoindex	hsl	flag	default=off	once
autoindex_format	hsl	1	type=enum	values=html json jsonp xml	default=html	syntax=html | xml | json | jsonp	first=1.7.9	once
autoindex_localtime	hsl	flag	default=off	once
autoindex_exact_size	hsl	flag	default=on	once
@ngx_http_browser_module	core
modern_browser	hsl	1-2	syntax=<browser> <version>	syntax=unlisted	repeat=allowed
ancient_browser	hsl	1+	syntax=<string> ...	repeat=allowed
modern_browser_value	hsl	1	default=1	syntax=<string>	repeat=allowed
ancient_browser_value	hsl	1	default=1	syntax=<string>	repeat=allowed
@ngx_http_charset_module	core
charset	hslL	1	default=off	syntax=<charset> | off	once
source_charset	hslL	1	syntax=<charset>	once
override_charset	hslL	flag	default=off	once
charset_types	hsl	1+	type=mime-types	default=text/html text/xml text/plain text/vnd.wap.wml application/javascript application/rss+xml	syntax=<mime-type> ...	first=0.7.9	repeat=allowed
charset_map	h	2{	opens=raw:charset-map	syntax=<charset1> <charset2>	repeat=pair
@ngx_http_dav_module	core	build=--with-http_dav_module
dav_methods	hsl	1+	type=enum-set	values=off put delete mkcol copy move	default=off	syntax=off | <method> ...	repeat=allowed
create_full_put_path	hsl	flag	default=off	once
min_delete_depth	hsl	1	type=number	default=0	syntax=<number>	first=0.6.25	once
dav_access	hsl	1-3	type=access-rights	default=user:rw	syntax=<users>:<permissions> ...	once
@ngx_http_degradation_module	core	build=--with-http_degradation_module
degradation	h	1	first=0.8.25	repeat=allowed	not1221	undocumented
degrade	hsl	1	type=enum	values=204 444	first=0.8.25	once	not1221	undocumented
@ngx_http_empty_gif_module	core
empty_gif	l	0	syntax=(none)	repeat=allowed
@ngx_http_fastcgi_module	core
fastcgi_pass	lL	1	type=upstream-address	syntax=<address>	once
fastcgi_index	hsl	1	type=string	syntax=<name>	once
fastcgi_split_path_info	hsl	1	syntax=<regex>	first=0.7.31	repeat=allowed
fastcgi_store	hsl	1	default=off	syntax=on | off | <string>	first=0.5.31	once
fastcgi_store_access	hsl	1-3	type=access-rights	default=user:rw	syntax=<users>:<permissions> ...	first=0.5.31	once
fastcgi_buffering	hsl	flag	default=on	first=1.5.6	once
fastcgi_request_buffering	hsl	flag	default=on	first=1.7.11	once
fastcgi_ignore_client_abort	hsl	flag	default=off	once
fastcgi_bind	hsl	1-2	syntax=<address> [transparent] | off	first=0.8.22	once
fastcgi_socket_keepalive	hsl	flag	default=off	first=1.15.6	once
fastcgi_socket_rcvbuf	hsl	1	type=size	syntax=<size>	first=1.31.3	once	not1221
fastcgi_socket_sndbuf	hsl	1	type=size	syntax=<size>	first=1.31.3	once	not1221
fastcgi_connect_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	once
fastcgi_send_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	once
fastcgi_send_lowat	hsl	1	type=size	default=0	syntax=<size>	once
fastcgi_buffer_size	hsl	1	type=size	default=4k|8k	syntax=<size>	once
fastcgi_pass_request_headers	hsl	flag	default=on	once
fastcgi_pass_request_body	hsl	flag	default=on	once
fastcgi_intercept_errors	hsl	flag	default=off	once
fastcgi_read_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	once
fastcgi_buffers	hsl	2	type=number-size	default=8 4k|8k	syntax=<number> <size>	once
fastcgi_busy_buffers_size	hsl	1	type=size	default=8k|16k	syntax=<size>	once
fastcgi_force_ranges	hsl	flag	default=off	first=1.7.7	once
fastcgi_limit_rate	hsl	1	type=size-with-variables	default=0	syntax=<rate>	first=1.7.7	once
fastcgi_cache	hsl	1	default=off	syntax=<zone> | off	first=0.7.45	once
fastcgi_cache_key	hsl	1	syntax=<string>	first=0.7.45	once
fastcgi_cache_path	h	2+	keywords=levels= use_temp_path=on|off keys_zone=<name>:<size> inactive= max_size= min_free= manager_files= manager_sleep= manager_threshold= loader_files= loader_sleep= loader_threshold=	syntax=<path> [levels=<levels>] [use_temp_path=on|off] keys_zone=<name>:<size> [inactive=<time>] [max_size=<size>] [min_free=<size>] [manager_files=<number>] [manager_sleep=<time>] [manager_threshold=<time>] [loader_files=<number>] [loader_sleep=<time>] [loader_threshold=<time>] [purger=on|off] [purger_files=<number>] [purger_sleep=<time>] [purger_threshold=<time>]	first=0.7.45	repeat=path
fastcgi_cache_bypass	hsl	1+	type=predicates	syntax=<string> ...	first=0.8.46	repeat=allowed
fastcgi_no_cache	hsl	1+	type=predicates	syntax=<string> ...	first=0.7.66	repeat=allowed
fastcgi_cache_valid	hsl	1+	syntax=[<code> ...] <time>	first=0.7.45	repeat=allowed
fastcgi_cache_min_uses	hsl	1	type=number	default=1	syntax=<number>	first=0.7.53	once
fastcgi_cache_max_range_offset	hsl	1	type=offset	syntax=<number>	first=1.11.6	once
fastcgi_cache_use_stale	hsl	1+	type=enum-set	values=error timeout invalid_header non_idempotent http_500 http_503 http_403 http_404 http_429 updating off	default=off	syntax=error | timeout | invalid_header | updating | http_500 | http_503 | http_403 | http_404 | http_429 | off ...	first=0.7.45	repeat=allowed
fastcgi_cache_methods	hsl	1+	type=enum-set	values=GET HEAD POST	default=GET HEAD	syntax=GET | HEAD | POST ...	first=0.7.59	repeat=allowed
fastcgi_cache_lock	hsl	flag	default=off	first=1.1.12	once
fastcgi_cache_lock_timeout	hsl	1	type=time-ms	default=5s	syntax=<time>	first=1.1.12	once
fastcgi_cache_lock_age	hsl	1	type=time-ms	default=5s	syntax=<time>	first=1.7.8	once
fastcgi_cache_revalidate	hsl	flag	default=off	first=1.5.7	once
fastcgi_cache_background_update	hsl	flag	default=off	first=1.11.10	once
fastcgi_temp_path	hsl	1-4	type=path	default=fastcgi_temp	syntax=<path> [<level1> [<level2> [<level3>]]]	once
fastcgi_max_temp_file_size	hsl	1	type=size	default=1024m	syntax=<size>	once
fastcgi_temp_file_write_size	hsl	1	type=size	default=8k|16k	syntax=<size>	once
fastcgi_next_upstream	hsl	1+	type=enum-set	values=error timeout invalid_header non_idempotent http_500 http_503 http_403 http_404 http_429 updating off	default=error timeout	syntax=error | timeout | denied | invalid_header | http_500 | http_503 | http_403 | http_404 | http_429 | non_idempotent | off ...	repeat=allowed
fastcgi_next_upstream_tries	hsl	1	type=number	default=0	syntax=<number>	first=1.7.5	once
fastcgi_next_upstream_timeout	hsl	1	type=time-ms	default=0	syntax=<time>	first=1.7.5	once
fastcgi_param	hsl	2-3	type=key-value	keywords=if_not_empty	default=HTTP_HOST $host$is_request_port$request_port	syntax=<parameter> <value> [if_not_empty]	repeat=allowed
fastcgi_pass_header	hsl	1	type=string	syntax=<field>	repeat=allowed
fastcgi_hide_header	hsl	1	type=string	syntax=<field>	repeat=allowed
fastcgi_ignore_headers	hsl	1+	type=enum-set	values=X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset Expires Cache-Control Set-Cookie Vary	syntax=<field> ...	first=0.7.54	repeat=allowed
fastcgi_catch_stderr	hsl	1	type=string	syntax=<string>	first=0.5.23	repeat=allowed
fastcgi_keep_conn	hsl	flag	default=off	first=1.1.4	once
@ngx_http_flv_module	core	build=--with-http_flv_module
flv	l	0	syntax=(none)	repeat=allowed
@ngx_http_geo_module	core
geo	h	1-2{	opens=raw:geo	syntax=[<$address>] <$variable>	repeat=allowed
@ngx_http_geoip_module	core	build=--with-http_geoip_module
geoip_country	h	1-2	syntax=<file>	first=0.7.63	once
geoip_org	h	1-2	syntax=<file>	first=1.0.3	once
geoip_city	h	1-2	syntax=<file>	first=0.7.63	once
geoip_proxy	h	1	syntax=<address> | <CIDR>	first=1.2.2	since=1.3.0	repeat=allowed
geoip_proxy_recursive	h	flag	default=off	first=1.2.2	since=1.3.0	once
@ngx_http_grpc_module	core
grpc_pass	lL	1	type=upstream-url	syntax=<address>	first=1.13.10	once
grpc_bind	hsl	1-2	syntax=<address> [transparent ] | off	first=1.13.10	once
grpc_socket_keepalive	hsl	flag	default=off	first=1.15.6	once
grpc_socket_rcvbuf	hsl	1	type=size	syntax=<size>	first=1.31.3	once	not1221
grpc_socket_sndbuf	hsl	1	type=size	syntax=<size>	first=1.31.3	once	not1221
grpc_connect_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	first=1.13.10	once
grpc_send_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	first=1.13.10	once
grpc_intercept_errors	hsl	flag	default=off	first=1.13.10	once
grpc_buffer_size	hsl	1	type=size	default=4k|8k	syntax=<size>	first=1.13.10	once
grpc_read_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	first=1.13.10	once
grpc_next_upstream	hsl	1+	type=enum-set	values=error timeout invalid_header non_idempotent http_500 http_502 http_503 http_504 http_403 http_404 http_429 off	default=error timeout	syntax=error | timeout | denied | invalid_header | http_500 | http_502 | http_503 | http_504 | http_403 | http_404 | http_429 | non_idempotent | off ...	first=1.13.10	repeat=allowed
grpc_next_upstream_tries	hsl	1	type=number	default=0	syntax=<number>	first=1.13.10	once
grpc_next_upstream_timeout	hsl	1	type=time-ms	default=0	syntax=<time>	first=1.13.10	once
grpc_set_header	hsl	2	type=key-value	default=Content-Length $content_length	syntax=<field> <value>	first=1.13.10	repeat=allowed
grpc_pass_header	hsl	1	type=string	syntax=<field>	first=1.13.10	repeat=allowed
grpc_hide_header	hsl	1	type=string	syntax=<field>	first=1.13.10	repeat=allowed
grpc_ignore_headers	hsl	1+	type=enum-set	values=X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset Expires Cache-Control Set-Cookie Vary	syntax=<field> ...	first=1.13.10	repeat=allowed
grpc_ssl_session_reuse	hsl	flag	default=on	first=1.13.10	once
grpc_ssl_protocols	hsl	1+	type=enum-set	values=SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3	default=TLSv1.2 TLSv1.3	syntax=[SSLv2] [SSLv3] [TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	first=1.13.10	repeat=allowed
grpc_ssl_ciphers	hsl	1	type=string	default=DEFAULT	syntax=<ciphers>	first=1.13.10	once
grpc_ssl_name	hsl	1	type=string-with-variables	default=host from grpc_pass	syntax=<name>	first=1.13.10	once
grpc_ssl_server_name	hsl	flag	default=off	first=1.13.10	once
grpc_ssl_verify	hsl	flag	default=off	first=1.13.10	once
grpc_ssl_verify_depth	hsl	1	type=number	default=1	syntax=<number>	first=1.13.10	once
grpc_ssl_trusted_certificate	hsl	1	type=string	syntax=<file>	first=1.13.10	once
grpc_ssl_crl	hsl	1	type=string	syntax=<file>	first=1.13.10	once
grpc_ssl_certificate	hsl	1	type=string-with-variables	syntax=<file>	first=1.13.10	once
grpc_ssl_certificate_key	hsl	1	type=string-with-variables	syntax=<file>	first=1.13.10	once
grpc_ssl_certificate_cache	hsl	1-3	default=off	syntax=off	syntax=max=<N> [inactive=<time>] [valid=<time>]	first=1.27.4	once	not1221
grpc_ssl_password_file	hsl	1	syntax=<file>	first=1.13.10	once
grpc_ssl_conf_command	hsl	2	type=key-value	syntax=<name> <value>	first=1.19.4	repeat=allowed
@ngx_http_gunzip_module	core	build=--with-http_gunzip_module
gunzip	hsl	flag	default=off	first=1.3.6	once
gunzip_buffers	hsl	2	type=number-size	default=32 4k|16 8k	syntax=<number> <size>	first=1.3.6	once
@ngx_http_gzip_module	core
gzip	hslL	flag	default=off	once
gzip_buffers	hsl	2	type=number-size	default=32 4k|16 8k	syntax=<number> <size>	once
gzip_types	hsl	1+	type=mime-types	default=text/html	syntax=<mime-type> ...	repeat=allowed
gzip_comp_level	hsl	1	type=number	bounds=1-9	default=1	syntax=<level>	once
gzip_min_length	hsl	1	type=size	default=20	syntax=<length>	once
gzip_vary	hsl	flag	default=off	first=0.5.34	once
gzip_http_version	hsl	1	type=enum	values=1.0 1.1	default=1.1	syntax=1.0 | 1.1	once
gzip_proxied	hsl	1+	type=enum-set	values=off expired no-cache no-store private no_last_modified no_etag auth any	default=off	syntax=off | expired | no-cache | no-store | private | no_last_modified | no_etag | auth | any ...	repeat=allowed
gzip_disable	hsl	1+	syntax=<regex> ...	first=0.6.23	repeat=allowed
@ngx_http_gzip_filter_module	core
gzip_window	hsl	1	type=size	once	undocumented
gzip_hash	hsl	1	type=size	once	undocumented
postpone_gzipping	hsl	1	type=size	first=0.7.39	once	undocumented
gzip_no_buffer	hsl	flag	once	undocumented
@ngx_http_gzip_static_module	core	build=--with-http_gzip_static_module
gzip_static	hsl	1	type=enum	values=off on always	default=off	syntax=on | off | always	first=0.6.23	once
@ngx_http_headers_module	core
expires	hslL	1-2	type=expires	default=off	syntax=[modified] <time>	syntax=epoch | max | off	once
add_header	hslL	2-3	keywords=always	syntax=<name> <value> [always]	repeat=allowed
add_trailer	hslL	2-3	keywords=always	syntax=<name> <value> [always]	first=1.13.2	repeat=allowed
add_header_inherit	hslL	1	type=enum	values=off on merge	default=on	syntax=on | off | merge	first=1.29.3	once	not1221
add_trailer_inherit	hslL	1	type=enum	values=off on merge	default=on	syntax=on | off | merge	first=1.29.3	once	not1221
@ngx_http_image_filter_module	core	build=--with-http_image_filter_module
image_filter	l	1-3	values=off test size rotate resize crop	default=off	syntax=off	syntax=test	syntax=size	syntax=rotate 90 | 180 | 270	syntax=resize <width> <height>	syntax=crop <width> <height>	first=0.7.54	repeat=allowed
image_filter_jpeg_quality	hsl	1	default=75	syntax=<quality>	first=0.7.58	repeat=allowed
image_filter_webp_quality	hsl	1	default=80	syntax=<quality>	first=1.11.6	repeat=allowed
image_filter_sharpen	hsl	1	default=0	syntax=<percent>	first=1.0.11	repeat=allowed
image_filter_transparency	hsl	flag	default=on	syntax=on|off	first=0.7.63	once
image_filter_interlace	hsl	flag	default=off	first=1.3.15	once
image_filter_buffer	hsl	1	type=size	default=1M	syntax=<size>	first=0.7.54	once
@ngx_http_index_module	core
index	hsl	1+	type=file-names	default=index.html	syntax=<file> ...	repeat=allowed
@ngx_http_limit_conn_module	core
limit_conn_zone	h	2	syntax=<key> zone=<name>:<size>	first=1.1.8	repeat=zone
limit_conn	hsl	2	type=zone-number	syntax=<zone> <number>	first=0.5.6	repeat=zone
limit_conn_log_level	hsl	1	type=enum	values=info notice warn error	default=error	syntax=info | notice | warn | error	first=0.7.63	since=0.8.18	once
limit_conn_status	hsl	1	type=number	bounds=400-599	default=503	syntax=<code>	first=1.3.15	once
limit_conn_dry_run	hsl	flag	default=off	first=1.17.6	once
@ngx_http_limit_req_module	core
limit_req_zone	h	3	keywords=zone=<name>:<size> rate=<n>r/s|r/m sync	syntax=<key> zone=<name>:<size> rate=<rate> [sync]	first=0.7.20	since=0.7.21	repeat=zone
limit_req	hsl	1-3	keywords=zone= burst= nodelay delay=	syntax=zone=<name> [burst=<number>] [nodelay | delay=<number>]	first=0.7.20	since=0.7.21	repeat=zone
limit_req_log_level	hsl	1	type=enum	values=info notice warn error	default=error	syntax=info | notice | warn | error	first=0.7.63	since=0.8.18	once
limit_req_status	hsl	1	type=number	bounds=400-599	default=503	syntax=<code>	first=1.3.15	once
limit_req_dry_run	hsl	flag	default=off	first=1.17.1	once
@ngx_http_log_module	core
log_format	h	2+	default=combined "..."	syntax=<name> [escape=default|json|none] <string> ...	repeat=name
access_log	hslLx	1+	type=log-target	keywords=buffer= gzip gzip= flush= if= off syslog:	default=logs/access.log combined	syntax=<path> [<format> [buffer=<size>] [gzip[=<level>]] [flush=<time>] [if=<condition>]]	syntax=off	repeat=allowed
open_log_file_cache	hsl	1-4	default=off	syntax=max=<N> [inactive=<time>] [min_uses=<N>] [valid=<time>]	syntax=off	first=0.7.4	once
@ngx_http_map_module	core
map	h	2{	opens=raw:map	syntax=<string> <$variable>	repeat=allowed
map_hash_max_size	h	1	type=number	default=2048	syntax=<size>	once
map_hash_bucket_size	h	1	type=number	default=32|64|128	syntax=<size>	once
@ngx_http_memcached_module	core
memcached_pass	lL	1	type=upstream-address	syntax=<address>	once
memcached_bind	hsl	1-2	syntax=<address> [transparent ] | off	first=0.8.22	once
memcached_socket_keepalive	hsl	flag	default=off	first=1.15.6	once
memcached_connect_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	once
memcached_send_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	once
memcached_buffer_size	hsl	1	type=size	default=4k|8k	syntax=<size>	once
memcached_read_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	once
memcached_next_upstream	hsl	1+	type=enum-set	values=error timeout invalid_response not_found off	default=error timeout	syntax=error | timeout | denied | invalid_response | not_found | off ...	repeat=allowed
memcached_next_upstream_tries	hsl	1	type=number	default=0	syntax=<number>	first=1.7.5	once
memcached_next_upstream_timeout	hsl	1	type=time-ms	default=0	syntax=<time>	first=1.7.5	once
memcached_gzip_flag	hsl	1	type=number	syntax=<flag>	first=1.3.6	once
@ngx_http_mirror_module	core
mirror	hsl	1	default=off	syntax=<uri> | off	first=1.13.4	repeat=allowed
mirror_request_body	hsl	flag	default=on	first=1.13.4	once
@ngx_http_mp4_module	core	build=--with-http_mp4_module
mp4	l	0	syntax=(none)	first=1.0.7	since=1.5.13	repeat=allowed
mp4_buffer_size	hsl	1	type=size	default=512K	syntax=<size>	first=1.0.7	since=1.5.13	once
mp4_max_buffer_size	hsl	1	type=size	default=10M	syntax=<size>	first=1.0.7	since=1.5.13	once
mp4_start_key_frame	hsl	flag	default=off	first=1.21.4	once
@ngx_http_proxy_module	core
proxy_pass	lLx	1	type=upstream-url	syntax=<URL>	once
proxy_redirect	hsl	1-2	keywords=default off	default=default	syntax=default	syntax=off	syntax=<redirect> <replacement>	repeat=allowed
proxy_cookie_domain	hsl	1-2	default=off	syntax=off	syntax=<domain> <replacement>	first=1.1.15	repeat=allowed
proxy_cookie_path	hsl	1-2	default=off	syntax=off	syntax=<path> <replacement>	first=1.1.15	repeat=allowed
proxy_cookie_flags	hsl	1-4	default=off	syntax=off | <cookie> [<flag> ...]	first=1.19.3	repeat=allowed
proxy_store	hsl	1	default=off	syntax=on | off | <string>	first=0.5.31	once
proxy_store_access	hsl	1-3	type=access-rights	default=user:rw	syntax=<users>:<permissions> ...	first=0.5.31	once
proxy_buffering	hsl	flag	default=on	once
proxy_request_buffering	hsl	flag	default=on	first=1.7.11	once
proxy_ignore_client_abort	hsl	flag	default=off	once
proxy_bind	hsl	1-2	syntax=<address> [transparent] | off	first=0.8.22	once
proxy_socket_keepalive	hsl	flag	default=off	first=1.15.6	once
proxy_socket_rcvbuf	hsl	1	type=size	syntax=<size>	first=1.31.3	once	not1221
proxy_socket_sndbuf	hsl	1	type=size	syntax=<size>	first=1.31.3	once	not1221
proxy_connect_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	once
proxy_send_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	once
proxy_send_lowat	hsl	1	type=size	default=0	syntax=<size>	once
proxy_intercept_errors	hsl	flag	default=off	once
proxy_set_header	hsl	2	type=key-value	default=Host $proxy_host | Connection close	syntax=<field> <value>	repeat=allowed
proxy_headers_hash_max_size	hsl	1	type=number	default=512	syntax=<size>	first=0.5.19	once
proxy_headers_hash_bucket_size	hsl	1	type=number	default=64	syntax=<size>	first=0.5.19	once
proxy_set_body	hsl	1	type=string	syntax=<value>	once
proxy_method	hsl	1	type=string-with-variables	syntax=<method>	once
proxy_pass_request_headers	hsl	flag	default=on	once
proxy_pass_request_body	hsl	flag	default=on	once
proxy_pass_trailers	hsl	flag	default=off	first=1.27.2	once	not1221
proxy_buffer_size	hsl	1	type=size	default=4k|8k	syntax=<size>	once
proxy_read_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	once
proxy_buffers	hsl	2	type=number-size	default=8 4k|8k	syntax=<number> <size>	once
proxy_busy_buffers_size	hsl	1	type=size	default=8k|16k	syntax=<size>	once
proxy_force_ranges	hsl	flag	default=off	first=1.7.7	once
proxy_limit_rate	hsl	1	type=size-with-variables	default=0	syntax=<rate>	first=1.7.7	once
proxy_cache	hsl	1	default=off	syntax=<zone> | off	first=0.7.44	once
proxy_cache_key	hsl	1	default=$scheme$proxy_host$request_uri	syntax=<string>	first=0.7.48	once
proxy_cache_path	h	2+	keywords=levels= use_temp_path=on|off keys_zone=<name>:<size> inactive= max_size= min_free= manager_files= manager_sleep= manager_threshold= loader_files= loader_sleep= loader_threshold=	syntax=<path> [levels=<levels>] [use_temp_path=on|off] keys_zone=<name>:<size> [inactive=<time>] [max_size=<size>] [min_free=<size>] [manager_files=<number>] [manager_sleep=<time>] [manager_threshold=<time>] [loader_files=<number>] [loader_sleep=<time>] [loader_threshold=<time>] [purger=on|off] [purger_files=<number>] [purger_sleep=<time>] [purger_threshold=<time>]	first=0.7.44	repeat=path
proxy_cache_bypass	hsl	1+	type=predicates	syntax=<string> ...	first=0.8.46	repeat=allowed
proxy_no_cache	hsl	1+	type=predicates	syntax=<string> ...	first=0.7.66	repeat=allowed
proxy_cache_valid	hsl	1+	syntax=[<code> ...] <time>	first=0.7.44	repeat=allowed
proxy_cache_min_uses	hsl	1	type=number	default=1	syntax=<number>	first=0.7.44	once
proxy_cache_max_range_offset	hsl	1	type=offset	syntax=<number>	first=1.11.6	once
proxy_cache_use_stale	hsl	1+	type=enum-set	values=error timeout invalid_header non_idempotent http_500 http_502 http_503 http_504 http_403 http_404 http_429 updating off	default=off	syntax=error | timeout | invalid_header | updating | http_500 | http_502 | http_503 | http_504 | http_403 | http_404 | http_429 | off ...	first=0.7.44	repeat=allowed
proxy_cache_methods	hsl	1+	type=enum-set	values=GET HEAD POST	default=GET HEAD	syntax=GET | HEAD | POST ...	first=0.7.59	repeat=allowed
proxy_cache_lock	hsl	flag	default=off	first=1.1.12	once
proxy_cache_lock_timeout	hsl	1	type=time-ms	default=5s	syntax=<time>	first=1.1.12	once
proxy_cache_lock_age	hsl	1	type=time-ms	default=5s	syntax=<time>	first=1.7.8	once
proxy_cache_revalidate	hsl	flag	default=off	first=1.5.7	once
proxy_cache_convert_head	hsl	flag	default=on	first=1.9.7	once
proxy_cache_background_update	hsl	flag	default=off	first=1.11.10	once
proxy_temp_path	hsl	1-4	type=path	default=proxy_temp	syntax=<path> [<level1> [<level2> [<level3>]]]	once
proxy_max_temp_file_size	hsl	1	type=size	default=1024m	syntax=<size>	once
proxy_temp_file_write_size	hsl	1	type=size	default=8k|16k	syntax=<size>	once
proxy_next_upstream	hsl	1+	type=enum-set	values=error timeout invalid_header non_idempotent http_500 http_502 http_503 http_504 http_403 http_404 http_429 updating off	default=error timeout	syntax=error | timeout | denied | invalid_header | http_500 | http_502 | http_503 | http_504 | http_403 | http_404 | http_429 | non_idempotent | off ...	repeat=allowed
proxy_next_upstream_tries	hsl	1	type=number	default=0	syntax=<number>	first=1.7.5	once
proxy_next_upstream_timeout	hsl	1	type=time-ms	default=0	syntax=<time>	first=1.7.5	once
proxy_pass_header	hsl	1	type=string	syntax=<field>	repeat=allowed
proxy_hide_header	hsl	1	type=string	syntax=<field>	repeat=allowed
proxy_ignore_headers	hsl	1+	type=enum-set	values=X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset Expires Cache-Control Set-Cookie Vary	syntax=<field> ...	first=0.7.54	repeat=allowed
proxy_http_version	hsl	1	type=enum	values=1.0 1.1 2	default=1.1	syntax=1.0 | 1.1 | 2	first=1.1.4	once	valuesNot1221=2
proxy_ssl_session_reuse	hsl	flag	default=on	first=0.7.11	once
proxy_ssl_protocols	hsl	1+	type=enum-set	values=SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3	default=TLSv1.2 TLSv1.3	syntax=[SSLv2] [SSLv3] [TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	first=1.5.6	repeat=allowed
proxy_ssl_ciphers	hsl	1	type=string	default=DEFAULT	syntax=<ciphers>	first=1.5.6	once
proxy_ssl_name	hsl	1	type=string-with-variables	default=$proxy_host	syntax=<name>	first=1.7.0	once
proxy_ssl_server_name	hsl	flag	default=off	first=1.7.0	once
proxy_ssl_verify	hsl	flag	default=off	first=1.7.0	once
proxy_ssl_verify_depth	hsl	1	type=number	default=1	syntax=<number>	first=1.7.0	once
proxy_ssl_trusted_certificate	hsl	1	type=string	syntax=<file>	first=1.7.0	once
proxy_ssl_crl	hsl	1	type=string	syntax=<file>	first=1.7.0	once
proxy_ssl_certificate	hsl	1	type=string-with-variables	syntax=<file>	first=1.7.8	once
proxy_ssl_certificate_key	hsl	1	type=string-with-variables	syntax=<file>	first=1.7.8	once
proxy_ssl_certificate_cache	hsl	1-3	default=off	syntax=off	syntax=max=<N> [inactive=<time>] [valid=<time>]	first=1.27.4	once	not1221
proxy_ssl_password_file	hsl	1	syntax=<file>	first=1.7.8	once
proxy_ssl_conf_command	hsl	2	type=key-value	syntax=<name> <value>	first=1.19.4	repeat=allowed
@ngx_http_random_index_module	core	build=--with-http_random_index_module
random_index	l	flag	default=off	first=0.7.15	once
@ngx_http_realip_module	core	build=--with-http_realip_module
set_real_ip_from	hsl	1	type=address-cidr	syntax=<address> | <CIDR> | unix:	repeat=allowed
real_ip_header	hsl	1	default=X-Real-IP	syntax=<field> | X-Real-IP | X-Forwarded-For | proxy_protocol	once
real_ip_recursive	hsl	flag	default=off	first=1.2.2	since=1.3.0	once
@ngx_http_referer_module	core
valid_referers	sl	1+	keywords=none blocked server_names	syntax=none | blocked | server_names | <string> ...	repeat=allowed
referer_hash_max_size	sl	1	type=number	default=2048	syntax=<size>	first=1.0.5	once
referer_hash_bucket_size	sl	1	type=number	default=64	syntax=<size>	first=1.0.5	once
@ngx_http_rewrite_module	core
rewrite	slSL	2-3	type=regex-replacement	keywords=last break redirect permanent	syntax=<regex> <replacement> [<flag>]	repeat=allowed
return	slSL	1-2	type=return	syntax=<code> [<text>]	syntax=<code> <URL>	syntax=<URL>	repeat=allowed
break	slSL	0	syntax=(none)	repeat=allowed
if	sl	1+{	opens=if in server|if in location	syntax=(<condition>)	repeat=allowed
set	slSL	2	syntax=<$variable> <value>	repeat=allowed
rewrite_log	hslSL	flag	default=off	once
uninitialized_variable_warn	hslSL	flag	default=on	once
@ngx_http_scgi_module	core
scgi_pass	lL	1	type=upstream-address	syntax=<address>	first=0.8.42	once
scgi_store	hsl	1	default=off	syntax=on | off | <string>	first=0.8.42	once
scgi_store_access	hsl	1-3	type=access-rights	default=user:rw	syntax=<users>:<permissions> ...	first=0.8.42	once
scgi_buffering	hsl	flag	default=on	first=1.0.9	once
scgi_request_buffering	hsl	flag	default=on	first=1.7.11	once
scgi_ignore_client_abort	hsl	flag	default=off	first=0.8.42	once
scgi_bind	hsl	1-2	syntax=<address> [transparent] | off	first=0.8.42	once
scgi_socket_keepalive	hsl	flag	default=off	first=1.15.6	once
scgi_socket_rcvbuf	hsl	1	type=size	syntax=<size>	first=1.31.3	once	not1221
scgi_socket_sndbuf	hsl	1	type=size	syntax=<size>	first=1.31.3	once	not1221
scgi_connect_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	first=0.8.42	once
scgi_send_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	first=0.8.42	once
scgi_buffer_size	hsl	1	type=size	default=4k|8k	syntax=<size>	first=0.8.42	once
scgi_pass_request_headers	hsl	flag	default=on	first=0.8.42	once
scgi_pass_request_body	hsl	flag	default=on	first=0.8.42	once
scgi_intercept_errors	hsl	flag	default=off	first=0.8.42	once
scgi_read_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	first=0.8.42	once
scgi_buffers	hsl	2	type=number-size	default=8 4k|8k	syntax=<number> <size>	first=0.8.42	once
scgi_busy_buffers_size	hsl	1	type=size	default=8k|16k	syntax=<size>	first=0.8.42	once
scgi_force_ranges	hsl	flag	default=off	first=1.7.7	once
scgi_limit_rate	hsl	1	type=size-with-variables	default=0	syntax=<rate>	first=1.7.7	once
scgi_cache	hsl	1	default=off	syntax=<zone> | off	first=0.8.42	once
scgi_cache_key	hsl	1	syntax=<string>	first=0.8.42	once
scgi_cache_path	h	2+	keywords=levels= use_temp_path=on|off keys_zone=<name>:<size> inactive= max_size= min_free= manager_files= manager_sleep= manager_threshold= loader_files= loader_sleep= loader_threshold=	syntax=<path> [levels=<levels>] [use_temp_path=on|off] keys_zone=<name>:<size> [inactive=<time>] [max_size=<size>] [min_free=<size>] [manager_files=<number>] [manager_sleep=<time>] [manager_threshold=<time>] [loader_files=<number>] [loader_sleep=<time>] [loader_threshold=<time>] [purger=on|off] [purger_files=<number>] [purger_sleep=<time>] [purger_threshold=<time>]	first=0.8.42	repeat=path
scgi_cache_bypass	hsl	1+	type=predicates	syntax=<string> ...	first=0.8.46	repeat=allowed
scgi_no_cache	hsl	1+	type=predicates	syntax=<string> ...	first=0.8.42	repeat=allowed
scgi_cache_valid	hsl	1+	syntax=[<code> ...] <time>	first=0.8.42	repeat=allowed
scgi_cache_min_uses	hsl	1	type=number	default=1	syntax=<number>	first=0.8.42	once
scgi_cache_max_range_offset	hsl	1	type=offset	syntax=<number>	first=1.11.6	once
scgi_cache_use_stale	hsl	1+	type=enum-set	values=error timeout invalid_header non_idempotent http_500 http_503 http_403 http_404 http_429 updating off	default=off	syntax=error | timeout | invalid_header | updating | http_500 | http_503 | http_403 | http_404 | http_429 | off ...	first=0.8.42	repeat=allowed
scgi_cache_methods	hsl	1+	type=enum-set	values=GET HEAD POST	default=GET HEAD	syntax=GET | HEAD | POST ...	first=0.8.42	repeat=allowed
scgi_cache_lock	hsl	flag	default=off	first=1.1.12	once
scgi_cache_lock_timeout	hsl	1	type=time-ms	default=5s	syntax=<time>	first=1.1.12	once
scgi_cache_lock_age	hsl	1	type=time-ms	default=5s	syntax=<time>	first=1.7.8	once
scgi_cache_revalidate	hsl	flag	default=off	first=1.5.7	once
scgi_cache_background_update	hsl	flag	default=off	first=1.11.10	once
scgi_temp_path	hsl	1-4	type=path	default=scgi_temp	syntax=<path> [<level1> [<level2> [<level3>]]]	first=0.8.42	once
scgi_max_temp_file_size	hsl	1	type=size	default=1024m	syntax=<size>	first=0.8.42	once
scgi_temp_file_write_size	hsl	1	type=size	default=8k|16k	syntax=<size>	first=0.8.42	once
scgi_next_upstream	hsl	1+	type=enum-set	values=error timeout invalid_header non_idempotent http_500 http_503 http_403 http_404 http_429 updating off	default=error timeout	syntax=error | timeout | denied | invalid_header | http_500 | http_503 | http_403 | http_404 | http_429 | non_idempotent | off ...	first=0.8.42	repeat=allowed
scgi_next_upstream_tries	hsl	1	type=number	default=0	syntax=<number>	first=1.7.5	once
scgi_next_upstream_timeout	hsl	1	type=time-ms	default=0	syntax=<time>	first=1.7.5	once
scgi_param	hsl	2-3	type=key-value	keywords=if_not_empty	default=HTTP_HOST $host$is_request_port$request_port	syntax=<parameter> <value> [if_not_empty]	first=0.8.42	repeat=allowed
scgi_pass_header	hsl	1	type=string	syntax=<field>	first=0.8.42	repeat=allowed
scgi_hide_header	hsl	1	type=string	syntax=<field>	first=0.8.42	repeat=allowed
scgi_ignore_headers	hsl	1+	type=enum-set	values=X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset Expires Cache-Control Set-Cookie Vary	syntax=<field> ...	first=0.8.42	repeat=allowed
@ngx_http_secure_link_module	core	build=--with-http_secure_link_module
secure_link	hsl	1	type=string-with-variables	syntax=<expression>	first=0.8.50	since=0.7.18	once
secure_link_md5	hsl	1	type=string-with-variables	syntax=<expression>	first=0.8.50	since=0.7.18	once
secure_link_secret	hsl	1	type=string	syntax=<word>	first=0.7.18	once
@ngx_http_slice_module	core	build=--with-http_slice_module
slice	hsl	1	type=size	default=0	syntax=<size>	first=1.9.8	once
@ngx_http_split_clients_module	core
split_clients	h	2{	opens=raw:split-clients	syntax=<string> <$variable>	first=0.8.37	repeat=allowed
@ngx_http_ssi_module	core
ssi	hslL	flag	default=off	once
ssi_silent_errors	hsl	flag	default=off	once
ssi_min_file_chunk	hsl	1	type=size	default=1k	syntax=size	once
ssi_value_length	hsl	1	type=size	default=256	syntax=<length>	once
ssi_types	hsl	1+	type=mime-types	default=text/html	syntax=<mime-type> ...	repeat=allowed
ssi_last_modified	hsl	flag	default=off	first=1.5.1	once
@ngx_http_ssi_filter_module	core
ssi_ignore_recycled_buffers	hsl	flag	once	undocumented
@ngx_http_ssl_module	core	build=--with-http_ssl_module
ssl_certificate	hs	1	type=string	syntax=<file>	repeat=allowed
ssl_certificate_key	hs	1	type=string	syntax=<file>	repeat=allowed
ssl_certificate_cache	hs	1-3	default=off	syntax=off	syntax=max=<N> [inactive=<time>] [valid=<time>]	first=1.27.4	once	not1221
ssl_ech_file	hs	1	type=string	syntax=<file>	first=1.29.4	repeat=allowed	not1221
ssl_password_file	hs	1	syntax=<file>	first=1.7.3	once
ssl_certificate_compression	hs	flag	default=off	first=1.29.1	once	not1221
ssl_dhparam	hs	1	type=string	syntax=<file>	first=0.7.2	once
ssl_ecdh_curve	hs	1	type=string	default=auto	syntax=<curve>	first=1.0.6	since=1.1.0	once
ssl_protocols	hs	1+	type=enum-set	values=SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3	default=TLSv1.2 TLSv1.3	syntax=[SSLv2] [SSLv3] [TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	repeat=allowed
ssl_ciphers	hs	1	type=string	default=HIGH:!aNULL:!MD5	syntax=<ciphers>	once
ssl_buffer_size	hs	1	type=size	default=16k	syntax=<size>	first=1.5.9	once
ssl_verify_client	hs	1	type=enum	values=off on optional optional_no_ca	default=off	syntax=on | off | optional | optional_no_ca	once
ssl_verify_depth	hs	1	type=number	default=1	syntax=<number>	once
ssl_client_certificate	hs	1	type=string	syntax=<file>	once
ssl_trusted_certificate	hs	1	type=string	syntax=<file>	first=1.3.7	once
ssl_prefer_server_ciphers	hs	flag	default=off	once
ssl_session_cache	hs	1-2	values=off none builtin builtin:<size> shared:<name>:<size>	default=none	syntax=off | none | [builtin[:<size>]] [shared:<name>:<size>]	first=0.5.6	repeat=allowed
ssl_session_tickets	hs	flag	default=on	first=1.5.9	once
ssl_session_ticket_key	hs	1	type=string	syntax=<file>	first=1.5.7	repeat=allowed
ssl_session_timeout	hs	1	type=time-s	default=5m	syntax=<time>	once
ssl_crl	hs	1	type=string	syntax=<file>	first=0.7.63	since=0.8.7	once
ssl_ocsp	hs	1	type=enum	values=off on leaf	default=off	syntax=on | off | leaf	first=1.19.0	once
ssl_ocsp_responder	hs	1	type=string	syntax=<url>	first=1.19.0	once
ssl_ocsp_cache	hs	1	default=off	syntax=off | [shared:<name>:<size>]	first=1.19.0	once
ssl_stapling	hs	flag	default=off	first=1.3.7	once
ssl_stapling_file	hs	1	type=string	syntax=<file>	first=1.3.7	once
ssl_stapling_responder	hs	1	type=string	syntax=<url>	first=1.3.7	once
ssl_stapling_verify	hs	flag	default=off	first=1.3.7	once
ssl_early_data	hs	flag	default=off	first=1.15.3	once
ssl_conf_command	hs	2	type=key-value	syntax=<name> <value>	first=1.19.4	repeat=allowed
ssl_reject_handshake	hs	flag	default=off	first=1.19.4	once
@ngx_http_stub_status_module	core	build=--with-http_stub_status_module
stub_status	sl	0-1	syntax=(none)	repeat=allowed
@ngx_http_sub_module	core	build=--with-http_sub_module
sub_filter	hsl	2	syntax=<string> <replacement>	first=0.5.18	repeat=allowed
sub_filter_types	hsl	1+	type=mime-types	default=text/html	syntax=<mime-type> ...	first=0.5.18	repeat=allowed
sub_filter_once	hsl	flag	default=on	first=0.5.18	once
sub_filter_last_modified	hsl	flag	default=off	first=1.5.1	once
@ngx_http_core_module	core
try_files	sl	2+	syntax=<file> ... <uri>	syntax=<file> ... =<code>	first=0.6.36	once
http	m	0{	opens=http	syntax=(none)	once
output_buffers	hsl	2	type=number-size	default=2 32k	syntax=<number> <size>	once
variables_hash_max_size	h	1	type=number	default=1024	syntax=<size>	once
variables_hash_bucket_size	h	1	type=number	default=64	syntax=<size>	once
server_names_hash_max_size	h	1	type=number	default=512	syntax=<size>	once
server_names_hash_bucket_size	h	1	type=number	default=32|64|128	syntax=<size>	once
server	h	0{	opens=server	syntax=(none)	repeat=allowed
connection_pool_size	hs	1	type=size	default=256|512	syntax=<size>	once
request_pool_size	hs	1	type=size	default=4k	syntax=<size>	once
client_header_timeout	hs	1	type=time-ms	default=60s	syntax=<time>	once
client_header_buffer_size	hs	1	type=size	default=1k	syntax=<size>	once
large_client_header_buffers	hs	2	type=number-size	default=4 8k	syntax=<number> <size>	once
max_headers	hs	1	type=number	default=1000	syntax=<number>	first=1.29.8	once
ignore_invalid_headers	hs	flag	default=on	once
merge_slashes	hs	flag	default=on	first=0.5.34	once
underscores_in_headers	hs	flag	default=off	first=0.7.18	once
location	sl	1-2{	opens=location	syntax=[ = | ~ | ~* | ^~ ] <uri>	syntax=@<name>	repeat=name
listen	s	1+	type=listen-address	keywords=default_server default ssl http2 quic proxy_protocol setfib= fastopen= backlog= rcvbuf= sndbuf= accept_filter= deferred bind ipv6only=on|off reuseport multipath so_keepalive=	default=*:80 | *:8000	syntax=<address>[:<port>] [default_server] [ssl] [http2 | quic] [proxy_protocol] [setfib=<number>] [fastopen=<number>] [backlog=<number>] [rcvbuf=<size>] [sndbuf=<size>] [accept_filter=<filter>] [deferred] [bind] [ipv6only=on|off] [reuseport] [multipath] [so_keepalive=on|off|[<keepidle>]:[<keepintvl>]:[<keepcnt>]]	syntax=<port> [default_server] [ssl] [http2 | quic] [proxy_protocol] [setfib=<number>] [fastopen=<number>] [backlog=<number>] [rcvbuf=<size>] [sndbuf=<size>] [accept_filter=<filter>] [deferred] [bind] [ipv6only=on|off] [reuseport] [multipath] [so_keepalive=on|off|[<keepidle>]:[<keepintvl>]:[<keepcnt>]]	syntax=unix:<path> [default_server] [ssl] [http2 | quic] [proxy_protocol] [backlog=<number>] [rcvbuf=<size>] [sndbuf=<size>] [accept_filter=<filter>] [deferred] [bind] [so_keepalive=on|off|[<keepidle>]:[<keepintvl>]:[<keepcnt>]]	repeat=address:port
server_name	s	1+	type=server-names	default=""	syntax=<name> ...	repeat=allowed
types_hash_max_size	hsl	1	type=number	default=1024	syntax=<size>	once
types_hash_bucket_size	hsl	1	type=number	default=64	syntax=<size>	once
types	hsl	0{	opens=raw:mime-map	default=text/html html; image/gif gif; image/jpeg jpg;	syntax=(none)	repeat=allowed
default_type	hsl	1	type=string	default=text/plain	syntax=<mime-type>	once
root	hslL	1	type=path	default=html	syntax=<path>	once
alias	l	1	type=path	syntax=<path>	once
limit_except	l	1+{	opens=limit_except	syntax=<method> ...	once
client_max_body_size	hsl	1	type=offset	default=1m	syntax=<size>	once
client_body_buffer_size	hsl	1	type=size	default=8k|16k	syntax=<size>	once
client_body_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	once
client_body_temp_path	hsl	1-4	type=path	default=client_body_temp	syntax=<path> [<level1> [<level2> [<level3>]]]	once
client_body_in_file_only	hsl	1	type=enum	values=off on clean	default=off	syntax=on | clean | off	once
client_body_in_single_buffer	hsl	flag	default=off	first=0.7.58	once
client_body_early_read	hs	1+	type=predicates	first=1.31.5	repeat=allowed	not1221	undocumented
sendfile	hslL	flag	default=off	once
sendfile_max_chunk	hsl	1	type=size	default=2m	syntax=<size>	first=0.5.20	once
subrequest_output_buffer_size	hsl	1	type=size	default=4k|8k	syntax=<size>	first=1.13.10	once
aio	hsl	1	values=on off threads threads=<pool>	default=off	syntax=on | off | threads[=<pool>]	first=0.8.11	once
aio_write	hsl	flag	default=off	first=1.9.13	once
read_ahead	hsl	1	type=size	default=0	syntax=<size>	first=0.8.18	once
directio	hsl	1	type=offset-or-off	default=off	syntax=<size> | off	first=0.7.7	once
directio_alignment	hsl	1	type=offset	default=512	syntax=<size>	first=0.8.11	once
tcp_nopush	hsl	flag	default=off	once
tcp_nodelay	hsl	flag	default=on	once
send_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	once
send_lowat	hsl	1	type=size	default=0	syntax=<size>	once
postpone_output	hsl	1	type=size	default=1460	syntax=<size>	once
limit_rate	hslL	1	type=size-with-variables	default=0	syntax=<rate>	once
limit_rate_after	hslL	1	type=size-with-variables	default=0	syntax=<size>	first=0.7.63	since=0.8.0	once
keepalive_time	hsl	1	type=time-ms	default=1h	syntax=<time>	first=1.19.10	once
keepalive_timeout	hsl	1-2	type=time-s	default=75s	syntax=<timeout> [<header_timeout>]	once
keepalive_min_timeout	hsl	1	type=time-ms	default=0	syntax=<timeout>	first=1.27.4	once	not1221
keepalive_requests	hsl	1	type=number	default=1000	syntax=<number>	first=0.6.38	since=0.8.0	once
keepalive_disable	hsl	1-2	type=enum-set	values=none msie6 safari	default=msie6	syntax=none | <browser> ...	first=0.9.0	repeat=allowed
satisfy	hsl	1	type=enum	values=all any	default=all	syntax=all | any	first=0.6.25	once
auth_delay	hsl	1	type=time-ms	default=0s	syntax=<time>	first=1.17.10	once
internal	l	0	syntax=(none)	once
lingering_close	hsl	1	type=enum	values=off on always	default=on	syntax=off | on | always	first=1.0.6	since=1.1.0	once
lingering_time	hsl	1	type=time-ms	default=30s	syntax=<time>	once
lingering_timeout	hsl	1	type=time-ms	default=5s	syntax=<time>	once
reset_timedout_connection	hsl	flag	default=off	once
absolute_redirect	hsl	flag	default=on	first=1.11.8	once
server_name_in_redirect	hsl	flag	default=off	first=0.6.25	once
port_in_redirect	hsl	flag	default=on	once
msie_padding	hsl	flag	default=on	once
msie_refresh	hsl	flag	default=off	once
log_not_found	hsl	flag	default=on	once
log_subrequest	hsl	flag	default=off	first=0.7.18	once
recursive_error_pages	hsl	flag	default=off	once
server_tokens	hsl	1	type=enum	values=off on build	default=on	syntax=on | off | build | <string>	first=0.5.34	once
if_modified_since	hsl	1	type=enum	values=off exact before	default=exact	syntax=off | exact | before	first=0.6.36	since=0.7.24	once
max_ranges	hsl	1	type=number	syntax=<number>	first=1.0.7	since=1.1.2	once
chunked_transfer_encoding	hsl	flag	default=on	first=0.7.66	once
etag	hsl	flag	default=on	first=1.3.3	once
early_hints	hsl	1+	type=predicates	syntax=<string> ...	first=1.29.0	repeat=allowed	not1221
error_page	hslL	2+	type=error-page	syntax=<code> ... [=[<response>]] <uri>	repeat=allowed
post_action	hslL	1	type=string	once	undocumented
open_file_cache	hsl	1-2	default=off	syntax=off	syntax=max=<N> [inactive=<time>]	once
open_file_cache_valid	hsl	1	type=time-s	default=60s	syntax=<time>	first=0.6.23	once
open_file_cache_min_uses	hsl	1	type=number	default=1	syntax=<number>	first=0.6.23	once
open_file_cache_errors	hsl	flag	default=off	first=0.6.10	once
open_file_cache_events	hsl	flag	first=0.6.10	once	undocumented
resolver	hsl	1+	type=resolver-addresses	keywords=valid= ipv4=on|off ipv6=on|off status_zone=	syntax=<address> ... [valid=<time>] [ipv4=on|off] [ipv6=on|off] [status_zone=<zone>]	first=0.6.18	once
resolver_timeout	hsl	1	type=time-ms	default=30s	syntax=<time>	first=0.6.18	once
disable_symlinks	hsl	1-2	values=on off if_not_owner	default=off	syntax=off	syntax=on | if_not_owner [from=<part>]	first=1.1.15	once
@ngx_http_tunnel_module	core
tunnel_pass	slL	0-1	syntax=[<address>]	first=1.31.0	once	not1221
tunnel_bind	hsl	1-2	syntax=<address> | off	first=1.31.0	once	not1221
tunnel_socket_keepalive	hsl	flag	default=off	first=1.31.0	once	not1221
tunnel_socket_rcvbuf	hsl	1	type=size	syntax=<size>	first=1.31.3	once	not1221
tunnel_socket_sndbuf	hsl	1	type=size	syntax=<size>	first=1.31.3	once	not1221
tunnel_connect_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	first=1.31.0	once	not1221
tunnel_send_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	first=1.31.0	once	not1221
tunnel_send_lowat	hsl	1	type=size	default=0	syntax=<size>	first=1.31.0	once	not1221
tunnel_buffer_size	hsl	1	type=size	default=16k	syntax=<size>	first=1.31.0	once	not1221
tunnel_read_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	first=1.31.0	once	not1221
tunnel_next_upstream	hsl	1+	type=enum-set	values=error timeout off	default=error timeout	syntax=error | timeout | denied | off ...	first=1.31.0	repeat=allowed	not1221
tunnel_next_upstream_tries	hsl	1	type=number	default=0	syntax=<number>	first=1.31.0	once	not1221
tunnel_next_upstream_timeout	hsl	1	type=time-ms	default=0	syntax=<time>	first=1.31.0	once	not1221
@ngx_http_upstream_module	core
hash	u	1-2	keywords=consistent	syntax=<key> [consistent]	first=1.7.2	repeat=warn
ip_hash	u	0	syntax=(none)	repeat=warn
keepalive	u	1-2	type=number	keywords=local	default=32 local	syntax=<connections> [local]	first=1.1.4	once	arities1221=1
keepalive_time	u	1	type=time-ms	default=1h	syntax=<time>	first=1.19.10	once
keepalive_timeout	u	1	type=time-ms	default=60s	syntax=<timeout>	first=1.15.3	once
keepalive_requests	u	1	type=number	default=1000	syntax=<number>	first=1.15.3	once
least_conn	u	0	syntax=(none)	first=1.2.2	since=1.3.1	repeat=warn
least_time	u	1-2	type=enum	values=header last_byte	syntax=header | last_byte [inflight]	first=1.31.0	since=1.7.10	once	not1221
random	u	0-2	values=two	syntax=[two [<method>]]	first=1.15.1	repeat=warn
sticky	u	2+	keywords=cookie route learn	syntax=cookie <name> [expires=<time>] [domain=<domain>] [httponly] [samesite=strict|lax|none|<$variable>] [secure] [path=<path>]	syntax=route <$variable> ...	syntax=learn create=<$variable> lookup=<$variable> zone=<name>:<size> [timeout=<time>] [header] [sync]	first=1.29.6	since=1.5.7	once	not1221
zone	u	1-2	syntax=<name> [<size>]	first=1.9.0	repeat=allowed
upstream	h	1{	opens=upstream	syntax=<name>	repeat=name
server	u	1+	keywords=weight= max_conns= max_fails= fail_timeout= backup down resolve service= route= drain slow_start=	syntax=<address> [<parameters>]	repeat=allowed
resolver	u	1+	type=resolver-addresses	keywords=valid= ipv4=on|off ipv6=on|off status_zone=	syntax=<address> ... [valid=<time>] [ipv4=on|off] [ipv6=on|off] [status_zone=<zone>]	first=1.27.3	once	not1221
resolver_timeout	u	1	type=time-ms	default=30s	syntax=<time>	first=1.27.3	once	not1221
@ngx_http_userid_module	core
userid	hsl	1	type=enum	values=off log v1 on	default=off	syntax=on | v1 | log | off	once
userid_service	hsl	1	type=number	default=IP address of the server	syntax=<number>	once
userid_name	hsl	1	type=string	default=uid	syntax=<name>	once
userid_domain	hsl	1	type=string	default=none	syntax=<name> | none	once
userid_path	hsl	1	type=string	default=/	syntax=<path>	once
userid_expires	hsl	1	default=off	syntax=<time> | max | off	once
userid_flags	hsl	1-3	type=enum-set	values=off secure httponly samesite=strict samesite=lax samesite=none	default=off	syntax=off | <flag> ...	first=1.19.3	repeat=allowed
userid_p3p	hsl	1	type=string	default=none	syntax=<string> | none	once
userid_mark	hsl	1	default=off	syntax=<letter> | <digit> | = | off	once
@ngx_http_uwsgi_module	core
uwsgi_pass	lL	1	type=upstream-address	syntax=[<protocol>://]<address>	first=0.8.40	once
uwsgi_modifier1	hsl	1	type=number	bounds=0-255	default=0	syntax=<number>	first=0.8.40	once
uwsgi_modifier2	hsl	1	type=number	bounds=0-255	default=0	syntax=<number>	first=0.8.40	once
uwsgi_store	hsl	1	default=off	syntax=on | off | <string>	first=0.8.40	once
uwsgi_store_access	hsl	1-3	type=access-rights	default=user:rw	syntax=<users>:<permissions> ...	first=0.8.40	once
uwsgi_buffering	hsl	flag	default=on	first=1.0.9	once
uwsgi_request_buffering	hsl	flag	default=on	first=1.7.11	once
uwsgi_ignore_client_abort	hsl	flag	default=off	first=0.8.40	once
uwsgi_bind	hsl	1-2	syntax=<address> [transparent] | off	first=0.8.40	once
uwsgi_socket_keepalive	hsl	flag	default=off	first=1.15.6	once
uwsgi_socket_rcvbuf	hsl	1	type=size	syntax=<size>	first=1.31.3	once	not1221
uwsgi_socket_sndbuf	hsl	1	type=size	syntax=<size>	first=1.31.3	once	not1221
uwsgi_connect_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	first=0.8.40	once
uwsgi_send_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	first=0.8.40	once
uwsgi_buffer_size	hsl	1	type=size	default=4k|8k	syntax=<size>	first=0.8.40	once
uwsgi_pass_request_headers	hsl	flag	default=on	first=0.8.40	once
uwsgi_pass_request_body	hsl	flag	default=on	first=0.8.40	once
uwsgi_intercept_errors	hsl	flag	default=off	first=0.8.40	once
uwsgi_read_timeout	hsl	1	type=time-ms	default=60s	syntax=<time>	first=0.8.40	once
uwsgi_buffers	hsl	2	type=number-size	default=8 4k|8k	syntax=<number> <size>	first=0.8.40	once
uwsgi_busy_buffers_size	hsl	1	type=size	default=8k|16k	syntax=<size>	first=0.8.40	once
uwsgi_force_ranges	hsl	flag	default=off	first=1.7.7	once
uwsgi_limit_rate	hsl	1	type=size-with-variables	default=0	syntax=<rate>	first=1.7.7	once
uwsgi_cache	hsl	1	default=off	syntax=<zone> | off	first=0.8.40	once
uwsgi_cache_key	hsl	1	syntax=<string>	first=0.8.40	once
uwsgi_cache_path	h	2+	keywords=levels= use_temp_path=on|off keys_zone=<name>:<size> inactive= max_size= min_free= manager_files= manager_sleep= manager_threshold= loader_files= loader_sleep= loader_threshold=	syntax=<path> [levels=<levels>] [use_temp_path=on|off] keys_zone=<name>:<size> [inactive=<time>] [max_size=<size>] [min_free=<size>] [manager_files=<number>] [manager_sleep=<time>] [manager_threshold=<time>] [loader_files=<number>] [loader_sleep=<time>] [loader_threshold=<time>] [purger=on|off] [purger_files=<number>] [purger_sleep=<time>] [purger_threshold=<time>]	first=0.8.40	repeat=path
uwsgi_cache_bypass	hsl	1+	type=predicates	syntax=<string> ...	first=0.8.46	repeat=allowed
uwsgi_no_cache	hsl	1+	type=predicates	syntax=<string> ...	first=0.8.40	repeat=allowed
uwsgi_cache_valid	hsl	1+	syntax=[<code> ...] <time>	first=0.8.40	repeat=allowed
uwsgi_cache_min_uses	hsl	1	type=number	default=1	syntax=<number>	first=0.8.40	once
uwsgi_cache_max_range_offset	hsl	1	type=offset	syntax=<number>	first=1.11.6	once
uwsgi_cache_use_stale	hsl	1+	type=enum-set	values=error timeout invalid_header non_idempotent http_500 http_503 http_403 http_404 http_429 updating off	default=off	syntax=error | timeout | invalid_header | updating | http_500 | http_503 | http_403 | http_404 | http_429 | off ...	first=0.8.40	repeat=allowed
uwsgi_cache_methods	hsl	1+	type=enum-set	values=GET HEAD POST	default=GET HEAD	syntax=GET | HEAD | POST ...	first=0.8.40	repeat=allowed
uwsgi_cache_lock	hsl	flag	default=off	first=1.1.12	once
uwsgi_cache_lock_timeout	hsl	1	type=time-ms	default=5s	syntax=<time>	first=1.1.12	once
uwsgi_cache_lock_age	hsl	1	type=time-ms	default=5s	syntax=<time>	first=1.7.8	once
uwsgi_cache_revalidate	hsl	flag	default=off	first=1.5.7	once
uwsgi_cache_background_update	hsl	flag	default=off	first=1.11.10	once
uwsgi_temp_path	hsl	1-4	type=path	default=uwsgi_temp	syntax=<path> [<level1> [<level2> [<level3>]]]	first=0.8.40	once
uwsgi_max_temp_file_size	hsl	1	type=size	default=1024m	syntax=<size>	first=0.8.40	once
uwsgi_temp_file_write_size	hsl	1	type=size	default=8k|16k	syntax=<size>	first=0.8.40	once
uwsgi_next_upstream	hsl	1+	type=enum-set	values=error timeout invalid_header non_idempotent http_500 http_503 http_403 http_404 http_429 updating off	default=error timeout	syntax=error | timeout | denied | invalid_header | http_500 | http_503 | http_403 | http_404 | http_429 | non_idempotent | off ...	first=0.8.40	repeat=allowed
uwsgi_next_upstream_tries	hsl	1	type=number	default=0	syntax=<number>	first=1.7.5	once
uwsgi_next_upstream_timeout	hsl	1	type=time-ms	default=0	syntax=<time>	first=1.7.5	once
uwsgi_param	hsl	2-3	type=key-value	keywords=if_not_empty	default=HTTP_HOST $host$is_request_port$request_port	syntax=<parameter> <value> [if_not_empty]	first=0.8.40	repeat=allowed
uwsgi_string	hsl	1	type=string	first=0.8.40	once	undocumented
uwsgi_pass_header	hsl	1	type=string	syntax=<field>	first=0.8.40	repeat=allowed
uwsgi_hide_header	hsl	1	type=string	syntax=<field>	first=0.8.40	repeat=allowed
uwsgi_ignore_headers	hsl	1+	type=enum-set	values=X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset Expires Cache-Control Set-Cookie Vary	syntax=<field> ...	first=0.8.40	repeat=allowed
uwsgi_ssl_session_reuse	hsl	flag	default=on	first=1.5.8	once
uwsgi_ssl_protocols	hsl	1+	type=enum-set	values=SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3	default=TLSv1.2 TLSv1.3	syntax=[SSLv2] [SSLv3] [TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	first=1.5.8	repeat=allowed
uwsgi_ssl_ciphers	hsl	1	type=string	default=DEFAULT	syntax=<ciphers>	first=1.5.8	once
uwsgi_ssl_name	hsl	1	type=string-with-variables	default=host from uwsgi_pass	syntax=<name>	first=1.7.0	once
uwsgi_ssl_server_name	hsl	flag	default=off	first=1.7.0	once
uwsgi_ssl_verify	hsl	flag	default=off	first=1.7.0	once
uwsgi_ssl_verify_depth	hsl	1	type=number	default=1	syntax=<number>	first=1.7.0	once
uwsgi_ssl_trusted_certificate	hsl	1	type=string	syntax=<file>	first=1.7.0	once
uwsgi_ssl_crl	hsl	1	type=string	syntax=<file>	first=1.7.0	once
uwsgi_ssl_certificate	hsl	1	type=string-with-variables	syntax=<file>	first=1.7.8	once
uwsgi_ssl_certificate_key	hsl	1	type=string-with-variables	syntax=<file>	first=1.7.8	once
uwsgi_ssl_certificate_cache	hsl	1-3	default=off	syntax=off	syntax=max=<N> [inactive=<time>] [valid=<time>]	first=1.27.4	once	not1221
uwsgi_ssl_password_file	hsl	1	syntax=<file>	first=1.7.8	once
uwsgi_ssl_conf_command	hsl	2	type=key-value	syntax=<name> <value>	first=1.19.4	repeat=allowed
@ngx_http_xslt_module	core	build=--with-http_xslt_module
xml_entities	hsl	1	syntax=<path>	first=0.7.8	once
xml_external_entities	hsl	flag	default=off	first=1.31.3	once	not1221
xslt_stylesheet	l	1+	syntax=<stylesheet> [<parameter>=<value> ...]	first=0.7.8	repeat=allowed
xslt_param	hsl	2	syntax=<parameter> <value>	first=1.1.18	repeat=allowed
xslt_string_param	hsl	2	syntax=<parameter> <value>	first=1.1.18	repeat=allowed
xslt_types	hsl	1+	type=mime-types	default=text/xml	syntax=<mime-type> ...	first=0.7.8	repeat=allowed
xslt_last_modified	hsl	flag	default=off	first=1.5.1	once
@ngx_http_perl_module	core	build=--with-http_perl_module
perl_modules	h	1	type=string	syntax=<path>	repeat=allowed
perl_require	h	1	type=string	syntax=<module>	repeat=allowed
perl	lx	1	syntax=<module>::<function>|'sub { ... }'	once
perl_set	h	2	syntax=<$variable> <module>::<function>|'sub { ... }'	repeat=allowed
@ngx_http_v2_module	core	build=--with-http_v2_module
http2	hs	flag	default=off	first=1.25.1	once	not1221
http2_recv_buffer_size	h	1	type=size	default=256k	syntax=<size>	first=1.9.5	once
http2_pool_size	hs	1	type=size	first=1.9.5	once	undocumented
http2_max_concurrent_streams	hs	1	type=number	default=128	syntax=<number>	first=1.9.5	once
http2_max_concurrent_pushes	hs	1	type=number	default=10	syntax=<number>	first=1.13.9	deprecated=1.25.1	repeat=allowed
http2_max_requests	hs	1	default=1000	syntax=<number>	first=1.11.6	deprecated=1.19.7	use=keepalive_requests	repeat=allowed
http2_max_field_size	hs	1	default=4k	syntax=<size>	first=1.9.5	deprecated=1.19.7	use=large_client_header_buffers	repeat=allowed
http2_max_header_size	hs	1	default=16k	syntax=<size>	first=1.9.5	deprecated=1.19.7	use=large_client_header_buffers	repeat=allowed
http2_body_preread_size	hs	1	type=size	default=64k	syntax=<size>	first=1.10.2	since=1.11.0	once
http2_streams_index_size	hs	1	type=number	first=1.9.5	once	undocumented
http2_recv_timeout	hs	1	default=30s	syntax=<time>	first=1.9.5	deprecated=1.19.7	use=client_header_timeout	repeat=allowed
http2_idle_timeout	hs	1	default=3m	syntax=<time>	first=1.9.5	deprecated=1.19.7	use=keepalive_timeout	repeat=allowed
http2_chunk_size	hsl	1	type=size	default=8k	syntax=<size>	first=1.9.5	once
http2_push_preload	hsl	flag	default=off	first=1.13.9	deprecated=1.25.1	repeat=allowed
http2_push	hsl	1	default=off	syntax=<uri> | off	first=1.13.9	deprecated=1.25.1	repeat=allowed
@ngx_http_v3_module	core	build=--with-http_v3_module
http3	hs	flag	default=on	first=1.25.0	once	not1221
http3_hq	hs	flag	default=off	first=1.25.0	once	not1221
http3_max_concurrent_streams	hs	1	type=number	default=128	syntax=<number>	first=1.25.0	once	not1221
http3_stream_buffer_size	hs	1	type=size	default=64k	syntax=<size>	first=1.25.0	once	not1221
quic_retry	hs	flag	default=off	first=1.25.0	once	not1221
quic_gso	hs	flag	default=off	first=1.25.0	once	not1221
quic_host_key	hs	1	syntax=<file>	first=1.25.0	once	not1221
quic_active_connection_id_limit	hs	1	type=number	default=2	syntax=<number>	first=1.25.0	once	not1221
@ngx_mail_core_module	core
mail	m	0{	opens=mail	syntax=(none)	once
@ngx_mail_auth_http_module	core	build=--with-mail
auth_http	aA	1	syntax=<URL>	repeat=allowed
auth_http_timeout	aA	1	type=time-ms	default=60s	syntax=<time>	once
auth_http_header	aA	2	syntax=<header> <value>	repeat=allowed
auth_http_pass_client_cert	aA	flag	default=off	first=1.7.11	once
@ngx_mail_core_module	core	build=--with-mail
server	a	0{	opens=mail server	syntax=(none)	repeat=allowed
listen	A	1+	type=listen-address	keywords=ssl proxy_protocol backlog= rcvbuf= sndbuf= bind ipv6only=on|off multipath so_keepalive=	syntax=<address>:<port> [ssl] [proxy_protocol] [backlog=<number>] [rcvbuf=<size>] [sndbuf=<size>] [bind] [ipv6only=on|off] [multipath] [so_keepalive=on|off|[<keepidle>]:[<keepintvl>]:[<keepcnt>]]	repeat=address:port
protocol	A	1	values=imap pop3 smtp	syntax=imap | pop3 | smtp	repeat=allowed
timeout	aA	1	type=time-ms	default=60s	syntax=<time>	once
server_name	aA	1	type=string	default=hostname	syntax=<name>	once
resolver	aA	1+	type=resolver-addresses	default=off	syntax=<address> ... [valid=<time>] [ipv4=on|off] [ipv6=on|off] [status_zone=<zone>]	syntax=off	first=0.6.27	once
resolver_timeout	aA	1	type=time-ms	default=30s	syntax=<time>	first=0.6.27	once
max_errors	aA	1	type=number	default=5	syntax=<number>	first=1.21.0	once
@core	core	build=--with-mail
error_log	aA	1+	type=log-target	default=logs/error.log error	syntax=<file> [<level>] [json]	first=1.9.0	repeat=allowed
@ngx_mail_imap_module	core	build=--with-mail
imap_client_buffer	aA	1	type=size	default=4k|8k	syntax=<size>	once
imap_capabilities	aA	1+	default=IMAP4 IMAP4rev1 UIDPLUS	syntax=<extension> ...	repeat=allowed
imap_auth	aA	1+	type=enum-set	values=plain login cram-md5 external	default=plain	syntax=<method> ...	first=0.5.32	repeat=allowed
@ngx_mail_pop3_module	core	build=--with-mail
pop3_capabilities	aA	1+	default=TOP USER UIDL	syntax=<extension> ...	repeat=allowed
pop3_auth	aA	1+	type=enum-set	values=plain apop cram-md5 external	default=plain	syntax=<method> ...	first=0.5.15	repeat=allowed
@ngx_mail_proxy_module	core	build=--with-mail
proxy	aA	flag	once	undocumented
proxy_buffer	aA	1	type=size	default=4k|8k	syntax=<size>	once
proxy_timeout	aA	1	type=time-ms	default=24h	syntax=<timeout>	once
proxy_pass_error_message	aA	flag	default=off	once
xclient	aA	flag	default=on	first=0.5.15	once
proxy_smtp_auth	aA	flag	default=off	first=1.19.4	once
proxy_protocol	aA	1	type=enum	values=off on v2	default=off	syntax=on | off	first=1.19.8	once
@ngx_mail_realip_module	core	build=--with-mail
set_real_ip_from	aA	1	type=address-cidr	syntax=<address> | <CIDR> | unix:	first=1.19.8	repeat=allowed
@ngx_mail_smtp_module	core	build=--with-mail
smtp_client_buffer	aA	1	type=size	default=4k|8k	syntax=<size>	first=0.5.33	once
smtp_greeting_delay	aA	1	type=time-ms	default=0	syntax=<time>	first=0.5.33	once
smtp_capabilities	aA	1+	syntax=<extension> ...	first=0.5.15	repeat=allowed
smtp_auth	aA	1+	type=enum-set	values=plain login cram-md5 external none	default=plain login	syntax=<method> ...	first=0.5.15	repeat=allowed
@ngx_mail_ssl_module	core	build=--with-mail_ssl_module
starttls	aA	1	type=enum	values=off on only	default=off	syntax=on | off | only	once
ssl_certificate	aA	1	type=string	syntax=<file>	repeat=allowed
ssl_certificate_key	aA	1	type=string	syntax=<file>	repeat=allowed
ssl_password_file	aA	1	syntax=<file>	first=1.7.3	once
ssl_certificate_compression	aA	flag	default=off	first=1.29.1	once	not1221
ssl_dhparam	aA	1	type=string	syntax=<file>	first=0.7.2	once
ssl_ecdh_curve	aA	1	type=string	default=auto	syntax=<curve>	first=1.0.6	since=1.1.0	once
ssl_protocols	aA	1+	type=enum-set	values=SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3	default=TLSv1.2 TLSv1.3	syntax=[SSLv2] [SSLv3] [TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	repeat=allowed
ssl_ciphers	aA	1	type=string	default=HIGH:!aNULL:!MD5	syntax=<ciphers>	once
ssl_prefer_server_ciphers	aA	flag	default=off	once
ssl_session_cache	aA	1-2	default=none	syntax=off | none | [builtin[:<size>]] [shared:<name>:<size>]	first=0.5.6	repeat=allowed
ssl_session_tickets	aA	flag	default=on	first=1.5.9	once
ssl_session_ticket_key	aA	1	type=string	syntax=<file>	first=1.5.7	repeat=allowed
ssl_session_timeout	aA	1	type=time-s	default=5m	syntax=<time>	once
ssl_verify_client	aA	1	type=enum	values=off on optional optional_no_ca	default=off	syntax=on | off | optional | optional_no_ca	first=1.7.11	once
ssl_verify_depth	aA	1	type=number	default=1	syntax=<number>	first=1.7.11	once
ssl_client_certificate	aA	1	type=string	syntax=<file>	first=1.7.11	once
ssl_trusted_certificate	aA	1	type=string	syntax=<file>	first=1.7.11	once
ssl_crl	aA	1	type=string	syntax=<file>	first=1.7.11	once
ssl_conf_command	aA	2	type=key-value	syntax=<name> <value>	first=1.19.4	repeat=allowed
@ngx_google_perftools_module	core	build=--with-google_perftools_module
google_perftools_profiles	m	1	type=string	syntax=<file>	first=0.6.29	once	not1221
@ngx_stream_core_module	core
stream	m	0{	opens=stream	syntax=(none)	first=1.9.0	once
@ngx_stream_access_module	core	build=--with-stream
allow	tT	1	type=address-cidr	syntax=<address> | <CIDR> | unix: | all	first=1.9.2	repeat=allowed
deny	tT	1	type=address-cidr	syntax=<address> | <CIDR> | unix: | all	first=1.9.2	repeat=allowed
@ngx_stream_core_module	core	build=--with-stream
variables_hash_max_size	t	1	type=number	default=1024	syntax=<size>	first=1.11.2	once
variables_hash_bucket_size	t	1	type=number	default=64	syntax=<size>	first=1.11.2	once
server_names_hash_max_size	t	1	type=number	default=512	syntax=<size>	first=1.25.5	once	not1221
server_names_hash_bucket_size	t	1	type=number	default=32|64|128	syntax=<size>	first=1.25.5	once	not1221
server	t	0{	opens=stream server	syntax=(none)	first=1.9.0	repeat=allowed
listen	T	1+	type=listen-address	keywords=default_server ssl udp proxy_protocol setfib= fastopen= backlog= rcvbuf= sndbuf= accept_filter= deferred bind ipv6only=on|off reuseport multipath so_keepalive=	syntax=<address>:<port> [default_server] [ssl] [udp] [proxy_protocol] [setfib=<number>] [fastopen=<number>] [backlog=<number>] [rcvbuf=<size>] [sndbuf=<size>] [accept_filter=<filter>] [deferred] [bind] [ipv6only=on|off] [reuseport] [multipath] [so_keepalive=on|off|[<keepidle>]:[<keepintvl>]:[<keepcnt>]]	first=1.9.0	repeat=address:port
server_name	T	1+	type=server-names	default=""	syntax=<name> ...	first=1.25.5	repeat=allowed	not1221
resolver	tT	1+	type=resolver-addresses	syntax=<address> ... [valid=<time>] [ipv4=on|off] [ipv6=on|off] [status_zone=<zone>]	first=1.11.3	once
resolver_timeout	tT	1	type=time-ms	default=30s	syntax=<time>	first=1.11.3	once
proxy_protocol_timeout	tT	1	type=time-ms	default=30s	syntax=<timeout>	first=1.11.4	once
tcp_nodelay	tT	flag	default=on	first=1.9.4	once
preread_buffer_size	tT	1	type=size	default=16k	syntax=<size>	first=1.11.5	once
preread_timeout	tT	1	type=time-ms	default=30s	syntax=<timeout>	first=1.11.5	once
@core	core	build=--with-stream
error_log	tT	1+	type=log-target	default=logs/error.log error	syntax=<file> [<level>] [json]	first=1.9.0	repeat=allowed
@ngx_stream_geo_module	core	build=--with-stream
geo	t	1-2{	opens=raw:geo	syntax=[<$address>] <$variable>	first=1.11.3	repeat=allowed
@ngx_stream_geoip_module	core	build=--with-stream_geoip_module
geoip_country	t	1-2	syntax=<file>	first=1.11.3	once
geoip_org	t	1-2	syntax=<file>	first=1.11.3	once
geoip_city	t	1-2	syntax=<file>	first=1.11.3	once
@ngx_stream_limit_conn_module	core	build=--with-stream
limit_conn_zone	t	2	syntax=<key> zone=<name>:<size>	first=1.9.3	repeat=zone
limit_conn	tT	2	type=zone-number	syntax=<zone> <number>	first=1.9.3	repeat=zone
limit_conn_log_level	tT	1	type=enum	values=info notice warn error	default=error	syntax=info | notice | warn | error	first=1.9.3	once
limit_conn_dry_run	tT	flag	default=off	first=1.17.6	once
@ngx_stream_log_module	core	build=--with-stream
log_format	t	2+	syntax=<name> [escape=default|json|none] <string> ...	first=1.11.4	repeat=name
access_log	tT	1+	type=log-target	default=off	syntax=<path> <format> [buffer=<size>] [gzip[=<level>]] [flush=<time>] [if=<condition>]	syntax=off	first=1.11.4	repeat=allowed
open_log_file_cache	tT	1-4	default=off	syntax=max=<N> [inactive=<time>] [min_uses=<N>] [valid=<time>]	syntax=off	first=1.11.4	once
@ngx_stream_map_module	core	build=--with-stream
map	t	2{	opens=raw:map	syntax=<string> <$variable>	first=1.11.2	repeat=allowed
map_hash_max_size	t	1	type=number	default=2048	syntax=<size>	first=1.11.2	once
map_hash_bucket_size	t	1	type=number	default=32|64|128	syntax=<size>	first=1.11.2	once
@ngx_stream_pass_module	core	build=--with-stream
pass	T	1	syntax=<address>	first=1.25.5	once	not1221
@ngx_stream_proxy_module	core	build=--with-stream
proxy_pass	T	1	type=upstream-url	syntax=<address>	first=1.9.0	once
proxy_bind	tT	1-2	syntax=<address> [transparent] | off	first=1.9.2	once
proxy_socket_keepalive	tT	flag	default=off	first=1.15.6	once
proxy_socket_rcvbuf	tT	1	type=size	syntax=<size>	first=1.31.3	once	not1221
proxy_socket_sndbuf	tT	1	type=size	syntax=<size>	first=1.31.3	once	not1221
proxy_connect_timeout	tT	1	type=time-ms	default=60s	syntax=<time>	first=1.9.0	once
proxy_timeout	tT	1	type=time-ms	default=10m	syntax=<timeout>	first=1.9.0	once
proxy_buffer_size	tT	1	type=size	default=16k	syntax=<size>	first=1.9.4	once
proxy_downstream_buffer	tT	1	type=size	first=1.9.0	deprecated=	use=proxy_buffer_size	once	undocumented
proxy_upstream_buffer	tT	1	type=size	first=1.9.0	deprecated=	use=proxy_buffer_size	once	undocumented
proxy_upload_rate	tT	1	type=size-with-variables	default=0	syntax=<rate>	first=1.9.3	once
proxy_download_rate	tT	1	type=size-with-variables	default=0	syntax=<rate>	first=1.9.3	once
proxy_requests	tT	1	type=number	default=0	syntax=<number>	first=1.15.7	once
proxy_responses	tT	1	type=number	syntax=<number>	first=1.9.13	once
proxy_next_upstream	tT	flag	default=on	first=1.9.0	once
proxy_next_upstream_tries	tT	1	type=number	default=0	syntax=<number>	first=1.9.0	once
proxy_next_upstream_timeout	tT	1	type=time-ms	default=0	syntax=<time>	first=1.9.0	once
proxy_protocol	tT	1	type=enum	values=off on v2	default=off	syntax=on | off	first=1.9.2	once
proxy_half_close	tT	flag	default=off	first=1.21.4	once
proxy_ssl	tT	flag	default=off	first=1.9.0	once
proxy_ssl_session_reuse	tT	flag	default=on	first=1.9.0	once
proxy_ssl_protocols	tT	1+	type=enum-set	values=SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3	default=TLSv1.2 TLSv1.3	syntax=[SSLv2] [SSLv3] [TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	first=1.9.0	repeat=allowed
proxy_ssl_ciphers	tT	1	type=string	default=DEFAULT	syntax=<ciphers>	first=1.9.0	once
proxy_ssl_name	tT	1	type=string-with-variables	default=host from proxy_pass	syntax=<name>	first=1.9.0	once
proxy_ssl_server_name	tT	flag	default=off	first=1.9.0	once
proxy_ssl_alpn	tT	1+	syntax=<protocol> ...	first=1.31.0	once	not1221
proxy_ssl_verify	tT	flag	default=off	first=1.9.0	once
proxy_ssl_verify_depth	tT	1	type=number	default=1	syntax=<number>	first=1.9.0	once
proxy_ssl_trusted_certificate	tT	1	type=string	syntax=<file>	first=1.9.0	once
proxy_ssl_crl	tT	1	type=string	syntax=<file>	first=1.9.0	once
proxy_ssl_certificate	tT	1	type=string-with-variables	syntax=<file>	first=1.9.0	once
proxy_ssl_certificate_key	tT	1	type=string-with-variables	syntax=<file>	first=1.9.0	once
proxy_ssl_certificate_cache	tT	1-3	default=off	syntax=off	syntax=max=<N> [inactive=<time>] [valid=<time>]	first=1.27.4	once	not1221
proxy_ssl_password_file	tT	1	syntax=<file>	first=1.9.0	once
proxy_ssl_conf_command	tT	2	type=key-value	syntax=<name> <value>	first=1.19.4	repeat=allowed
@ngx_stream_realip_module	core	build=--with-stream_realip_module
set_real_ip_from	tT	1	type=address-cidr	syntax=<address> | <CIDR> | unix:	first=1.11.4	repeat=allowed
@ngx_stream_return_module	core	build=--with-stream
return	T	1	type=return	syntax=<value>	first=1.11.2	once
@ngx_stream_set_module	core	build=--with-stream
set	T	2	syntax=<$variable> <value>	first=1.19.3	repeat=allowed
@ngx_stream_split_clients_module	core	build=--with-stream
split_clients	t	2{	opens=raw:split-clients	syntax=<string> <$variable>	first=1.11.3	repeat=allowed
@ngx_stream_ssl_module	core	build=--with-stream_ssl_module
ssl_handshake_timeout	tT	1	type=time-ms	default=60s	syntax=<time>	first=1.9.0	once
ssl_certificate	tT	1	type=string	syntax=<file>	first=1.9.0	repeat=allowed
ssl_certificate_key	tT	1	type=string	syntax=<file>	first=1.9.0	repeat=allowed
ssl_certificate_cache	tT	1-3	default=off	syntax=off	syntax=max=<N> [inactive=<time>] [valid=<time>]	first=1.27.4	once	not1221
ssl_ech_file	tT	1	type=string	syntax=<file>	first=1.29.4	repeat=allowed	not1221
ssl_password_file	tT	1	syntax=<file>	first=1.9.0	once
ssl_certificate_compression	tT	flag	default=off	first=1.29.1	once	not1221
ssl_dhparam	tT	1	type=string	syntax=<file>	first=1.9.0	once
ssl_ecdh_curve	tT	1	type=string	default=auto	syntax=<curve>	first=1.9.0	once
ssl_protocols	tT	1+	type=enum-set	values=SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3	default=TLSv1.2 TLSv1.3	syntax=[SSLv2] [SSLv3] [TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	first=1.9.0	repeat=allowed
ssl_ciphers	tT	1	type=string	default=HIGH:!aNULL:!MD5	syntax=<ciphers>	first=1.9.0	once
ssl_verify_client	tT	1	type=enum	values=off on optional optional_no_ca	default=off	syntax=on | off | optional | optional_no_ca	first=1.11.8	once
ssl_verify_depth	tT	1	type=number	default=1	syntax=<number>	first=1.11.8	once
ssl_client_certificate	tT	1	type=string	syntax=<file>	first=1.11.8	once
ssl_trusted_certificate	tT	1	type=string	syntax=<file>	first=1.11.8	once
ssl_prefer_server_ciphers	tT	flag	default=off	first=1.9.0	once
ssl_session_cache	tT	1-2	default=none	syntax=off | none | [builtin[:<size>]] [shared:<name>:<size>]	first=1.9.0	repeat=allowed
ssl_session_tickets	tT	flag	default=on	first=1.9.0	once
ssl_session_ticket_key	tT	1	type=string	syntax=<file>	first=1.9.0	repeat=allowed
ssl_session_timeout	tT	1	type=time-s	default=5m	syntax=<time>	first=1.9.0	once
ssl_crl	tT	1	type=string	syntax=<file>	first=1.11.8	once
ssl_ocsp	tT	1	type=enum	values=off on leaf	default=off	syntax=on | off | leaf	first=1.27.2	once	not1221
ssl_ocsp_responder	tT	1	type=string	syntax=<url>	first=1.27.2	once	not1221
ssl_ocsp_cache	tT	1	default=off	syntax=off | [shared:<name>:<size>]	first=1.27.2	once	not1221
ssl_stapling	tT	flag	default=off	first=1.27.2	once	not1221
ssl_stapling_file	tT	1	type=string	syntax=<file>	first=1.27.2	once	not1221
ssl_stapling_responder	tT	1	type=string	syntax=<url>	first=1.27.2	once	not1221
ssl_stapling_verify	tT	flag	default=off	first=1.27.2	once	not1221
ssl_conf_command	tT	2	type=key-value	syntax=<name> <value>	first=1.19.4	repeat=allowed
ssl_reject_handshake	tT	flag	default=off	first=1.25.5	once	not1221
ssl_alpn	tT	1+	syntax=<protocol> ...	first=1.21.4	once
@ngx_stream_ssl_preread_module	core	build=--with-stream_ssl_preread_module
ssl_preread	tT	flag	default=off	first=1.11.5	once
@ngx_stream_upstream_module	core	build=--with-stream
upstream	t	1{	opens=stream upstream	syntax=<name>	first=1.9.0	repeat=name
server	U	1+	keywords=weight= max_conns= max_fails= fail_timeout= backup down resolve service= slow_start=	syntax=<address> [<parameters>]	first=1.9.0	repeat=allowed
resolver	U	1+	type=resolver-addresses	syntax=<address> ... [valid=<time>] [ipv4=on|off] [ipv6=on|off] [status_zone=<zone>]	first=1.27.3	once	not1221
resolver_timeout	U	1	type=time-ms	default=30s	syntax=<time>	first=1.27.3	once	not1221
hash	U	1-2	keywords=consistent	syntax=<key> [consistent]	first=1.9.0	repeat=warn
least_conn	U	0	syntax=(none)	first=1.9.0	repeat=warn
least_time	U	1-2	type=enum	values=connect first_byte last_byte	syntax=connect | first_byte | last_byte [inflight]	first=1.31.0	since=1.7.11	once	not1221
random	U	0-2	syntax=[two [<method>]]	first=1.15.1	repeat=warn
zone	U	1-2	syntax=<name> [<size>]	first=1.9.0	repeat=allowed
@ngx_events_module	removed
connections	e	1	first=<=0.5.0	removed=1.9.1	last=1.9.0	use=worker_connections	not1221	undocumented
@ngx_rtsig_module	removed
rtsig_overflow_events	e	1	first=<=0.5.0	removed=1.9.0	last=1.8.1	not1221	undocumented
rtsig_overflow_test	e	1	first=<=0.5.0	removed=1.9.0	last=1.8.1	not1221	undocumented
rtsig_overflow_threshold	e	1	first=<=0.5.0	removed=1.9.0	last=1.8.1	not1221	undocumented
rtsig_signo	e	1	first=<=0.5.0	removed=1.9.0	last=1.8.1	not1221	undocumented
@core	removed
thread_stack_size	m	1	first=<=0.5.0	removed=1.9.0	last=1.8.1	not1221	undocumented
worker_rlimit_sigpending	m	1	first=<=0.5.0	removed=1.9.0	last=1.8.1	not1221	undocumented
worker_threads	m	1	first=<=0.5.0	removed=1.9.0	last=1.8.1	not1221	undocumented
@ngx_http_fastcgi_module	removed
fastcgi_header_buffer_size	hsl	1	first=<=0.5.0	removed=0.7.1	last=0.7.0	not1221	undocumented
fastcgi_redirect_errors	hsl	flag	first=<=0.5.0	removed=0.7.1	last=0.7.0	not1221	undocumented
fastcgi_upstream_fail_timeout	hsl	1	first=<=0.5.0	removed=0.8.38	last=0.8.37	not1221	undocumented
fastcgi_upstream_max_fails	hsl	1	first=<=0.5.0	removed=0.8.38	last=0.8.37	not1221	undocumented
@ngx_http_index_module	removed
index_cache	hsl	3	first=<=0.5.0	removed=0.6.10	last=0.6.9	not1221	undocumented
@ngx_http_limit_conn_module	removed
limit_zone	h	3	syntax=<name> <$variable> <size>	first=0.5.6	removed=1.7.6	last=1.7.5	use=limit_conn_zone	not1221
@ngx_http_memcached_module	removed
memcached_upstream_fail_timeout	hsl	1	first=<=0.5.0	removed=0.8.38	last=0.8.37	not1221	undocumented
memcached_upstream_max_fails	hsl	1	first=<=0.5.0	removed=0.8.38	last=0.8.37	not1221	undocumented
@ngx_http_core_module	removed
open_file_cache_retest	hsl	1	first=0.6.10	removed=1.9.1	last=1.9.0	use=open_file_cache_valid	not1221	undocumented
optimize_host_names	hs	flag	first=<=0.5.0	removed=0.7.1	last=0.7.0	not1221	undocumented
optimize_server_names	hs	flag	first=<=0.5.0	removed=1.9.1	last=1.9.0	use=server_name_in_redirect	not1221	undocumented
satisfy_any	hsl	flag	first=<=0.5.0	removed=1.9.1	last=1.9.0	use=satisfy any	not1221	undocumented
@ngx_http_proxy_module	removed
proxy_header_buffer_size	hsl	1	first=<=0.5.0	removed=0.7.1	last=0.7.0	not1221	undocumented
proxy_redirect_errors	hsl	flag	first=<=0.5.0	removed=0.7.1	last=0.7.0	not1221	undocumented
proxy_upstream_fail_timeout	hsl	1	first=<=0.5.0	removed=0.8.38	last=0.8.37	not1221	undocumented
proxy_upstream_max_fails	hsl	1	first=<=0.5.0	removed=0.8.38	last=0.8.37	not1221	undocumented
@ngx_http_static_module	removed
redirect_cache	hsl	3	first=<=0.5.0	removed=0.6.10	last=0.6.9	not1221	undocumented
@ngx_http_secure_link_module	removed	build=--with-http_secure_link_module
secure_link_expires	hsl	flag	first=0.8.50	removed=0.8.51	last=0.8.50	not1221	undocumented
@ngx_http_spdy_module	removed
spdy_chunk_size	hsl	1	first=1.5.9	removed=1.19.7	last=1.19.6	not1221	undocumented
spdy_headers_comp	hs	1	first=1.3.15	removed=1.19.7	last=1.19.6	not1221	undocumented
spdy_keepalive_timeout	hs	1	first=1.3.15	removed=1.19.7	last=1.19.6	not1221	undocumented
spdy_max_concurrent_streams	hs	1	first=1.3.15	removed=1.19.7	last=1.19.6	not1221	undocumented
spdy_pool_size	hs	1	first=1.3.15	removed=1.19.7	last=1.19.6	not1221	undocumented
spdy_recv_buffer_size	h	1	first=1.3.15	removed=1.19.7	last=1.19.6	not1221	undocumented
spdy_recv_timeout	hs	1	first=1.3.15	removed=1.19.7	last=1.19.6	not1221	undocumented
spdy_streams_index_size	hs	1	first=1.3.15	removed=1.19.7	last=1.19.6	not1221	undocumented
@ngx_http_ssl_module	removed	build=--with-http_ssl_module
ssl	hs	flag	default=off	first=<=0.5.0	removed=1.25.1	last=1.25.0	use=listen ... ssl	in1221
@ngx_http_status_module	removed
status	sl	flag	first=<=0.5.0	removed=1.1.8	last=1.1.7	not1221	undocumented
@ngx_mail_core_module	removed	build=--with-mail
auth	aA	1+	first=<=0.5.0	removed=0.6.12	last=0.6.11	not1221	undocumented
so_keepalive	aA	flag	first=<=0.5.0	removed=1.9.1	last=1.9.0	use=listen ... so_keepalive=	not1221	undocumented
@ngx_mail_module	removed
imap	m	0{	opens=mail	first=<=0.5.0	removed=1.9.1	last=1.9.0	use=mail	not1221	undocumented
@ngx_mail_ssl_module	removed	build=--with-mail_ssl_module
ssl	aA	flag	default=off	first=<=0.5.0	removed=1.25.1	last=1.25.0	use=listen ... ssl	in1221
@ngx_http_upstream_module (commercial, old name of sticky cookie)	removed
sticky_cookie_insert	u	1-4	use=sticky cookie
@ngx_http_acme_module	separate-module
acme_issuer	h	1{	opens=acme_issuer	syntax=<name>
uri	i	1	syntax=<uri>
account_key	i	1	syntax=<alg>[:<size>] | <file>
challenge	i	1	default=http-01	syntax=<type>	since=0.2.0
common_name_in_csr	i	flag	default=off	since=0.4.0
contact	i	1	syntax=<URL>
external_account_key	i	2	syntax=<kid> <file>	since=0.2.0
preferred_chain	i	1	syntax=<name>	since=0.3.0
profile	i	1-2	syntax=<name> [require]	since=0.3.0
ssl_trusted_certificate	i	1	syntax=<file>
ssl_verify	i	flag	default=on
state_path	i	1	default=acme_<issuer>	syntax=<path> | off
accept_terms_of_service	i	0	syntax=(none)
acme_shared_zone	h	1	default=zone=ngx_acme_shared:256k	syntax=zone=<name>:<size>
acme_certificate	s	1+	syntax=<issuer> [<identifier> ...] [key=<alg>[:<size>]]
@ngx_http_js_module	separate-module
js_body_filter	lLx	1-2	syntax=<module.function> [<buffer_type>=<string> | <buffer>]	since=0.5.2
js_access	lLx	1	syntax=<module.function>	since=0.9.9
js_content	lLx	1	syntax=<module.function>
js_context_reuse	hsl	1	default=128	syntax=<number>	since=0.8.6
js_engine	hsl	1	default=njs	syntax=njs | qjs	since=0.8.6
js_fetch_buffer_size	hsl	1	default=16k	syntax=<size>	since=0.7.4
js_fetch_ciphers	hsl	1	default=HIGH:!aNULL:!MD5	syntax=<ciphers>	since=0.7.0
js_fetch_max_response_buffer_size	hsl	1	default=1m	syntax=<size>	since=0.7.4
js_fetch_protocols	hsl	1+	default=TLSv1 TLSv1.1 TLSv1.2	syntax=[TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	since=0.7.0
js_fetch_timeout	hsl	1	default=60s	syntax=<time>	since=0.7.4
js_fetch_trusted_certificate	hsl	1	syntax=<file>	since=0.7.0
js_fetch_verify	hsl	flag	default=on	since=0.7.4
js_fetch_verify_depth	hsl	1	default=100	syntax=<number>	since=0.7.0
js_fetch_proxy	hsl	1	syntax=<url>	since=0.9.4
js_fetch_keepalive	hsl	1	default=0	syntax=<connections>	since=0.9.2
js_fetch_keepalive_requests	hsl	1	default=1000	syntax=<number>	since=0.9.2
js_fetch_keepalive_time	hsl	1	default=1h	syntax=<time>	since=0.9.2
js_fetch_keepalive_timeout	hsl	1	default=60s	syntax=<time>	since=0.9.2
js_header_filter	lLx	1	syntax=<module.function>	since=0.5.1
js_import	hsl	1,3	syntax=<module.js> | <export_name from module.js>	since=0.4.0
js_include	h	1	syntax=<file>	deprecated=
js_load_http_native_module	m	1,3	syntax=<path> [as <name>]	since=0.9.5
js_path	hsl	1	syntax=<path>	since=0.3.0
js_periodic	l	0+	syntax=<module.function> [interval=<time>] [jitter=<number>] [worker_affinity=<mask>]	since=0.8.1
js_preload_object	hsl	1,3	syntax=<name.json> | <name> from <file.json>	since=0.7.8
js_set	hsl	2-3	syntax=<$variable> <module.function> [nocache]
js_shared_dict_zone	h	1+	syntax=zone=<name>:<size> [timeout=<time>] [type=string|number] [evict] [state=<file>]	since=0.8.0
js_var	hsl	1-2	syntax=<$variable> [<value>]	since=0.5.3
@ngx_otel_module	separate-module
otel_exporter	h	0{	opens=raw:otel_exporter	syntax=(none)
otel_service_name	h	1	default=unknown_service:nginx	syntax=<name>
otel_resource_attr	h	2	syntax=<name> <value>	since=0.1.2
otel_trace	hsl	1	default=off	syntax=on | off | $variable
otel_trace_context	hsl	1	default=ignore	syntax=extract | inject | propagate | ignore
otel_span_name	hsl	1	syntax=<name>
otel_span_attr	hsl	2	syntax=<name> <value>
@ngx_stream_js_module	separate-module
js_access	tT	1	syntax=<module.function>
js_context_reuse	tT	1	default=128	syntax=<number>	since=0.8.6
js_engine	tT	1+	default=njs	syntax=njs | qjs	since=0.8.6
js_fetch_buffer_size	tT	1	default=16k	syntax=<size>	since=0.7.4
js_fetch_ciphers	tT	1	default=HIGH:!aNULL:!MD5	syntax=<ciphers>	since=0.7.0
js_fetch_max_response_buffer_size	tT	1	default=1m	syntax=<size>	since=0.7.4
js_fetch_protocols	tT	1+	default=TLSv1 TLSv1.1 TLSv1.2	syntax=[TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	since=0.7.0
js_fetch_timeout	tT	1	default=60s	syntax=<time>	since=0.7.4
js_fetch_trusted_certificate	tT	1	syntax=<file>	since=0.7.0
js_fetch_verify	tT	flag	default=on	since=0.7.4
js_fetch_verify_depth	tT	1	default=100	syntax=<number>	since=0.7.0
js_fetch_proxy	tT	1	syntax=<url>	since=0.9.4
js_fetch_keepalive	tT	1	default=0	syntax=<connections>	since=0.9.2
js_fetch_keepalive_requests	tT	1	default=1000	syntax=<number>	since=0.9.2
js_fetch_keepalive_time	tT	1	default=1h	syntax=<time>	since=0.9.2
js_fetch_keepalive_timeout	tT	1	default=60s	syntax=<time>	since=0.9.2
js_filter	tT	1	syntax=<module.function>
js_import	tT	1,3	syntax=<module.js> | <export_name from module.js>	since=0.4.0
js_include	t	1	syntax=<file>	deprecated=
js_load_stream_native_module	m	1,3	syntax=<path> [as <name>]	since=0.9.5
js_path	tT	1	syntax=<path>	since=0.3.0
js_periodic	T	0+	syntax=<module.function> [interval=<time>] [jitter=<number>] [worker_affinity=<mask>]	since=0.8.1
js_preload_object	tT	1,3	syntax=<name.json> | <name> from <file.json>	since=0.7.8
js_preread	tT	1	syntax=<module.function>
js_set	tT	2-3	syntax=<$variable> <module.function> [nocache]
js_shared_dict_zone	t	1+	syntax=zone=<name>:<size> [timeout=<time>] [type=string|number] [evict] [state=<file>]	since=0.8.0
js_var	tT	1-2	syntax=<$variable> [<value>]	since=0.5.3
@ngx_http_api_module	commercial
api	l	0-1	syntax=[write=on|off]	since=1.13.3
status_zone	slL	1	syntax=<zone>	since=1.13.12
@ngx_http_auth_jwt_module	commercial
auth_jwt	hslx	1-2	default=off	syntax=<string> [token=<$variable>] | off	since=1.11.3
auth_jwt_claim_set	h	2+	syntax=<$variable> <name> ...	since=1.11.10
auth_jwt_header_set	h	2+	syntax=<$variable> <name> ...	since=1.11.10
auth_jwt_key_cache	hslx	1	default=0	syntax=<time>	since=1.21.4
auth_jwt_key_file	hslx	1	syntax=<file>	since=1.11.3
auth_jwt_key_request	hslx	1	syntax=<uri>	since=1.15.6
auth_jwt_leeway	hslx	1	default=0s	syntax=<time>	since=1.13.10
auth_jwt_type	hslx	1	default=signed	syntax=signed | encrypted | nested	since=1.19.7
auth_jwt_require	hslx	1+	syntax=<$value> ... [error=401 | 403]	since=1.21.2
@ngx_http_auth_require_module	commercial
auth_require	hslx	1+	default=off	syntax=<$value> ... [error=4xx | 5xx]	since=1.29.0
@ngx_http_core_module	commercial
error_log_tag	hsl	2	syntax=<name> <value>	since=1.29.8
@ngx_http_f4f_module	commercial
f4f	l	0	syntax=(none)
f4f_buffer_size	hsl	1	default=512k	syntax=<size>
@ngx_http_fastcgi_module	commercial
fastcgi_allow_upstream	hsl	1+	syntax=<string> ...	since=1.29.3
fastcgi_bind_dynamic	hsl	flag	default=off	since=1.29.3
fastcgi_cache_purge	hsl	1+	syntax=string ...	since=1.5.7
fastcgi_request_dynamic	hsl	flag	default=off	since=1.29.3
@ngx_http_grpc_module	commercial
grpc_allow_upstream	hsl	1+	syntax=<address>	since=1.29.3
grpc_bind_dynamic	hsl	flag	default=off	since=1.29.3
grpc_request_dynamic	hsl	flag	default=off	since=1.29.3
grpc_ssl_key_log	hsl	1	syntax=path	since=1.27.2
@ngx_http_hls_module	commercial
hls	l	0	syntax=(none)	since=1.9.0
hls_buffers	hsl	2	default=8 2m	syntax=<number> <size>	since=1.9.0
hls_forward_args	hsl	flag	default=off	since=1.5.12
hls_fragment	hsl	1	default=5s	syntax=<time>	since=1.9.0
hls_mp4_buffer_size	hsl	1	default=512k	syntax=<size>	since=1.9.0
hls_mp4_max_buffer_size	hsl	1	default=10m	syntax=<size>	since=1.9.0
@ngx_http_internal_redirect_module	commercial
internal_redirect	sl	1	syntax=<uri>	since=1.23.4
@ngx_http_keyval_module	commercial
keyval	h	3-4	syntax=<key> <$variable> zone=<name>	since=1.13.3
keyval_zone	h	1+	syntax=zone=<name>:<size> [state=<file>] [timeout=<time>] [type=string|ip|prefix] [sync]	since=1.13.3
@ngx_http_memcached_module	commercial
memcached_allow_upstream	hsl	1+	syntax=<string> ...	since=1.29.3
memcached_bind_dynamic	hsl	flag	default=off	since=1.29.3
@ngx_http_mp4_module	commercial
mp4_limit_rate	hsl	1	default=off	syntax=on | off | <factor>	since=1.5.13
mp4_limit_rate_after	hsl	1	default=60s	syntax=<time>	since=1.5.13
@ngx_http_num_map_module	commercial
num_map	h	2{	opens=raw:num-map	syntax=[<$number>] <$variable>	since=1.29.3
@ngx_http_oidc_module	commercial
oidc_provider	h	1{	opens=oidc_provider	syntax=<name>	since=1.27.4
auth_oidc	hsl	1	default=off	syntax=<name> | off	since=1.27.4
issuer	o	1	syntax=<URL>	since=1.27.4
client_id	o	1	syntax=<string>	since=1.27.4
client_secret	o	1	syntax=<string>	since=1.27.4
config_url	o	1	default=<issuer>/.well-known/openid-configuration	syntax=<URL>	since=1.27.4
cookie_name	o	1	default=NGX_OIDC_SESSION	syntax=<name>	since=1.27.4
extra_auth_args	o	1	syntax=<string>	since=1.27.4
frontchannel_logout_uri	o	1	syntax=<uri>	since=1.29.3
pkce	o	flag	since=1.29.3
redirect_uri	o	1	default=/oidc_callback	syntax=<uri>	since=1.27.4
logout_uri	o	1	syntax=<uri>	since=1.29.0
post_logout_uri	o	1	syntax=<uri>	since=1.29.0
logout_token_hint	o	flag	default=off	since=1.29.0
scope	o	1	default=openid	syntax=<scope> ...	since=1.27.4
session_store	o	1	syntax=<name>	since=1.27.4
session_timeout	o	1	default=8h	syntax=<time>	since=1.27.4
ssl_crl	o	1	syntax=<file>	since=1.27.4
ssl_trusted_certificate	o	1	default=system CA bundle	syntax=<file>	since=1.27.4
userinfo	o	1	default=off	syntax=on | off	since=1.29.0
@ngx_http_proxy_module	commercial
proxy_allow_upstream	hsl	1+	syntax=<string> ...	since=1.29.3
proxy_bind_dynamic	hsl	flag	default=off	since=1.29.3
proxy_cache_purge	hsl	1+	syntax=string ...	since=1.5.7
proxy_request_dynamic	hsl	flag	default=off	since=1.29.3
proxy_ssl_key_log	hsl	1	syntax=path	since=1.27.2
@ngx_http_scgi_module	commercial
scgi_allow_upstream	hsl	1+	syntax=<string> ...	since=1.29.3
scgi_bind_dynamic	hsl	flag	default=off	since=1.29.3
scgi_cache_purge	hsl	1+	syntax=string ...	since=1.5.7
scgi_request_dynamic	hsl	flag	default=off	since=1.29.3
@ngx_http_session_log_module	commercial
session_log	hsl	1	default=off	syntax=<name> | off
session_log_format	h	2+	default=combined "..."	syntax=<name> <string> ...
session_log_zone	h	2+	syntax=<path> zone=<name>:<size> [format=<format>] [timeout=<time>] [id=<id>] [md5=<md5>]
@ngx_http_ssl_module	commercial
ssl_key_log	hs	1	syntax=path	since=1.27.2
@ngx_http_status_module	commercial
status	l	1+	syntax=(none)
status_format	hsl	1-2	default=json	syntax=json	syntax=jsonp [<callback>]
status_zone	slL	1	syntax=<zone>
@ngx_http_tunnel_module	commercial
tunnel_allow_upstream	hsl	1+	syntax=<string> ...	since=1.31.0
tunnel_bind_dynamic	hsl	flag	default=off	since=1.31.0
@ngx_http_upstream_conf_module	commercial
upstream_conf	l	0	syntax=(none)
@ngx_http_upstream_hc_module	commercial
health_check	l	0+	syntax=[<parameters>]
match	h	1-2{	opens=raw:match	syntax=<name>
@ngx_http_upstream_module	commercial
state	u	1	syntax=<file>	since=1.9.7
ntlm	u	0	syntax=(none)	since=1.9.2
queue	u	1-2	syntax=<number> [timeout=<time>]	since=1.5.12
@ngx_http_uwsgi_module	commercial
uwsgi_allow_upstream	hsl	1+	syntax=<string> ...	since=1.29.3
uwsgi_bind_dynamic	hsl	flag	default=off	since=1.29.3
uwsgi_cache_purge	hsl	1+	syntax=string ...	since=1.5.7
uwsgi_request_dynamic	hsl	flag	default=off	since=1.29.3
uwsgi_ssl_key_log	hsl	1	syntax=path	since=1.27.2
@core	commercial
stall_threshold	e	1	default=1000ms	syntax=<time>	since=1.29.0
@ngx_mgmt_module	commercial
mgmt	m	0{	opens=mgmt	syntax=(none)
enforce_initial_report	g	flag	default=on	since=1.27.2
license_token	g	1	default=license.jwt	syntax=<file>	since=1.27.2
proxy	g	1	syntax=<host>:<port>	since=1.27.4
proxy_username	g	1	syntax=<string>	since=1.27.4
proxy_password	g	1	syntax=<string>	since=1.27.4
resolver	g	1+	syntax=<address> ... [valid=<time>] [ipv4=on|off] [ipv6=on|off] [status_zone=<zone>]
ssl_crl	g	1	syntax=<file>
ssl_trusted_certificate	g	1	default=system CA bundle	syntax=<file>
ssl_verify	g	flag	default=on
state_path	g	1	syntax=<path>	since=1.27.2
usage_report	g	0-2	default=endpoint=product.connect.nginx.com interval=1h	syntax=[endpoint=<address>] [interval=<time>]
@ngx_stream_keyval_module	commercial
keyval	t	3-4	syntax=<key> <$variable> zone=<name>	since=1.13.7
keyval_zone	t	1+	syntax=zone=<name>:<size> [state=<file>] [timeout=<time>] [type=string|ip|prefix] [sync]	since=1.13.7
@ngx_stream_mqtt_filter_module	commercial
mqtt	tT	flag	default=off	since=1.23.4
mqtt_buffers	tT	2	default=100 1k	syntax=<number> <size>	since=1.25.1
mqtt_rewrite_buffer_size	T	flag	default=4k|8k	syntax=<size>	since=1.23.4	deprecated=
mqtt_set_connect	T	2	syntax=field <value>	since=1.23.4
@ngx_stream_mqtt_preread_module	commercial
mqtt_preread	tT	flag	default=off	since=1.23.4
@ngx_stream_num_map_module	commercial
num_map	t	2{	opens=raw:num-map	syntax=[<$number>] <$variable>	since=1.29.3
@ngx_stream_proxy_module	commercial
proxy_bind_dynamic	tT	flag	default=off	since=1.29.3
proxy_session_drop	tT	flag	default=off	since=1.15.8
proxy_ssl_key_log	tT	1	syntax=path	since=1.27.2
@ngx_stream_ssl_module	commercial
ssl_key_log	tT	1	syntax=path	since=1.27.2
@ngx_stream_upstream_hc_module	commercial
health_check	T	0+	syntax=[<parameters>]	since=1.9.0
health_check_timeout	tT	1	default=5s	syntax=<timeout>	since=1.9.0
match	t	1{	opens=raw:match	syntax=<name>	since=1.9.0
@ngx_stream_upstream_module	commercial
state	U	1	syntax=<file>	since=1.9.7
@ngx_stream_zone_sync_module	commercial
zone_sync	T	0	syntax=(none)	since=1.13.8
zone_sync_buffers	tT	2	default=8 4k|8k	syntax=<number> <size>	since=1.13.8
zone_sync_connect_retry_interval	tT	1	default=1s	syntax=<time>	since=1.13.8
zone_sync_connect_timeout	tT	1	default=5s	syntax=<time>	since=1.13.8
zone_sync_interval	tT	1	default=1s	syntax=<time>	since=1.13.8
zone_sync_recv_buffer_size	tT	1	default=4k|8k	syntax=<size>	since=1.13.8
zone_sync_server	T	1-2	syntax=<address> [resolve]	since=1.13.8
zone_sync_ssl	tT	flag	default=off	since=1.13.8
zone_sync_ssl_certificate	tT	1	syntax=<file>	since=1.13.8
zone_sync_ssl_certificate_key	tT	1	syntax=<file>	since=1.13.8
zone_sync_ssl_ciphers	tT	1	default=DEFAULT	syntax=<ciphers>	since=1.13.8
zone_sync_ssl_conf_command	tT	2	syntax=<name> <value>	since=1.19.4
zone_sync_ssl_crl	tT	1	syntax=<file>	since=1.13.8
zone_sync_ssl_name	tT	1	default=host from zone_sync_server	syntax=<name>	since=1.15.7
zone_sync_ssl_password_file	tT	1	syntax=<file>	since=1.13.8
zone_sync_ssl_protocols	tT	1+	default=TLSv1.2 TLSv1.3	syntax=[SSLv2] [SSLv3] [TLSv1] [TLSv1.1] [TLSv1.2] [TLSv1.3]	since=1.13.8
zone_sync_ssl_server_name	tT	flag	default=off	since=1.15.7
zone_sync_ssl_trusted_certificate	tT	1	syntax=<file>	since=1.13.8
zone_sync_ssl_verify	tT	flag	default=off	since=1.13.8
zone_sync_ssl_verify_depth	tT	1	default=1	syntax=<number>	since=1.13.8
zone_sync_timeout	tT	1	default=5s	syntax=<timeout>	since=1.13.8
@nginx-plus (undocumented)	commercial
connect_timeout	g	1
read_timeout	g	1
ssl_name	g	1
ssl_server_name	g	flag
uuid_file	g	0-1
@nginx-app-protect	commercial
app_protect_app_name	hsl	1
app_protect_compressed_requests_action	h	1
app_protect_config_set_timeout	h	1
app_protect_cookie_seed	h	1
app_protect_cpu_thresholds	h	2
app_protect_custom_log_attribute	hsl	2
app_protect_enable	hsl	flag
app_protect_enforcer_address	h	1
app_protect_enforcer_memory_limit_mb	h	1
app_protect_failure_mode_action	h	1
app_protect_global_settings	h	1
app_protect_logging_str	hsl	1
app_protect_physical_memory_util_thresholds	h	2
app_protect_policy_file	hsl	1
app_protect_reconnect_period_seconds	h	1
app_protect_request_buffer_overflow_action	h	1
app_protect_response_enforcement_disable	h	1
app_protect_security_log	hsl	2
app_protect_security_log_enable	hsl	flag
app_protect_streaming_buffer_watermarks	h	2
app_protect_user_defined_signatures	h	1
@ngx_http_upstream_dynamic_servers_module	third-party	repo=GUI/nginx-upstream-dynamic-servers
server	u	1+
@ngx_http_security_headers_module	third-party	repo=GetPageSpeed/ngx_security_headers
security_headers	hsl	flag
hide_server_tokens	hsl	flag
security_headers_hsts_preload	hsl	flag
security_headers_xss	hsl	1	type=enum	values=off on block omit unset
security_headers_frame	hsl	1	type=enum	values=sameorigin deny omit
security_headers_referrer_policy	hsl	1	type=enum	values=no-referrer no-referrer-when-downgrade same-origin origin strict-origin origin-when-cross-origin unsafe-url omit
security_headers_text_types	hsl	1+	type=mime-types
security_headers_corp	hsl	1	type=enum	values=same-site same-origin cross-origin omit
security_headers_coop	hsl	1	type=enum	values=same-origin same-origin-allow-popups unsafe-none omit
security_headers_coep	hsl	1	type=enum	values=require-corp credentialless unsafe-none omit
@ngx_http_auth_jwt_module	third-party	repo=TeslaGov/ngx-http-auth-jwt-module
auth_jwt_loginurl	hsl	1	type=string
auth_jwt_key	hsl	1	type=string
auth_jwt_enabled	hsl	1	type=string-with-variables
auth_jwt_redirect	hsl	flag
auth_jwt_location	hsl	1	type=string
auth_jwt_algorithm	hsl	1	type=string
auth_jwt_validate_sub	hsl	flag
auth_jwt_extract_var_claims	hsl	1+
auth_jwt_extract_request_claims	hsl	1+
auth_jwt_extract_response_claims	hsl	1+
auth_jwt_keyfile_path	hsl	1	type=string
auth_jwt_use_keyfile	hsl	flag
@ngx_pagespeed	third-party	repo=apache/incubator-pagespeed-ngx
pagespeed	h	1-5
pagespeed	s	1-5
pagespeed	lL	1-5
@ngx_http_fancyindex_module	third-party	repo=aperezdc/ngx-fancyindex	debian=libnginx-mod-http-fancyindex
fancyindex	hsl	flag
fancyindex_default_sort	hsl	1	type=enum	values=name size date name_desc size_desc date_desc
fancyindex_case_sensitive	hsl	flag
fancyindex_directories_first	hsl	flag
fancyindex_localtime	hsl	flag
fancyindex_exact_size	hsl	flag
fancyindex_header	hsl	1-2
fancyindex_footer	hsl	1-2
fancyindex_css_href	hsl	flag
fancyindex_ignore	hsl	1+
fancyindex_hide_symlinks	hsl	flag
fancyindex_show_path	hsl	flag
fancyindex_show_dotfiles	hsl	flag
fancyindex_hide_parent_dir	hsl	flag
fancyindex_time_format	hsl	flag
@ngx_http_dav_ext_module	third-party	repo=arut/nginx-dav-ext-module	debian=libnginx-mod-http-dav-ext
dav_ext_methods	hsl	1+	type=enum-set	values=off propfind options lock unlock
dav_ext_lock_zone	h	1-2
dav_ext_lock	hsl	1
@ngx_rtmp_dash_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
dash	rRp	1
dash_fragment	rRp	1	type=time-ms
dash_path	rRp	1	type=string
dash_playlist_length	rRp	1	type=time-ms
dash_cleanup	rRp	1
dash_nested	rRp	1
@ngx_rtmp_hls_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
hls	rRp	1
hls_fragment	rRp	1	type=time-ms
hls_max_fragment	rRp	1	type=time-ms
hls_path	rRp	1	type=string
hls_playlist_length	rRp	1	type=time-ms
hls_muxdelay	rRp	1	type=time-ms
hls_sync	rRp	1	type=time-ms
hls_continuous	rRp	1
hls_nested	rRp	1
hls_fragment_naming	rRp	1	type=enum	values=sequential timestamp system
hls_fragment_slicing	rRp	1	type=enum	values=plain aligned
hls_type	rRp	1	type=enum	values=live event
hls_max_audio_delay	rRp	1	type=time-ms
hls_audio_buffer_size	rRp	1	type=size
hls_cleanup	rRp	1
hls_variant	rRp	1+
hls_base_url	rRp	1	type=string
hls_fragment_naming_granularity	rRp	1	type=number
hls_keys	rRp	1
hls_key_path	rRp	1	type=string
hls_key_url	rRp	1	type=string
hls_fragments_per_key	rRp	1	type=number
@ngx_rtmp_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
rtmp	m	0{	opens=rtmp
@ngx_rtmp_access_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
allow	rRp	1-2
deny	rRp	1-2
@ngx_rtmp_auto_push_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
rtmp_auto_push	m	1
rtmp_auto_push_reconnect	m	1	type=time-ms
rtmp_socket_dir	m	1	type=string
@ngx_rtmp_codec_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
meta	rRp	1	type=enum	values=off on copy
@ngx_rtmp_control_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
rtmp_control	hsl	1+	values=all record drop redirect
@ngx_rtmp_core_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
server	r	0{	opens=rtmp server
listen	R	1-2
application	R	1{	opens=rtmp application
so_keepalive	rR	flag
timeout	rR	1	type=time-ms
ping	rR	1	type=time-ms
ping_timeout	rR	1	type=time-ms
max_streams	rR	1	type=number
ack_window	rR	1	type=number
chunk_size	rR	1	type=number
max_message	rR	1	type=size
out_queue	rR	1	type=size
out_cork	rR	1	type=size
busy	rR	1
play_time_fix	rRp	1
publish_time_fix	rRp	1
buflen	rR	1	type=time-ms
@ngx_rtmp_exec_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
exec	rRp	1+
exec_push	rRp	1+
exec_pull	rRp	1+
exec_publish	rRp	1+
exec_publish_done	rRp	1+
exec_play	rRp	1+
exec_play_done	rRp	1+
exec_record_done	rRpc	1+
exec_static	rRp	1+
respawn	rRp	1
respawn_timeout	rRp	1	type=time-ms
exec_kill_signal	rRp	1
exec_options	rRp	1
@ngx_rtmp_limit_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
max_connections	rRp	1	type=number
@ngx_rtmp_live_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
live	rRp	1
stream_buckets	rRp	1	type=string
buffer	rRp	1	type=time-ms
sync	rRp	1
interleave	rRp	1
wait_key	rRp	1
wait_video	rRp	1
publish_notify	rRp	1
play_restart	rRp	1
idle_streams	rRp	1
drop_idle_publisher	rRp	1
@ngx_rtmp_log_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
access_log	rRp	1-2
log_format	rRp	2+
@ngx_rtmp_netcall_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
netcall_timeout	rR	1	type=time-ms
netcall_buffer	rR	1	type=size
@ngx_rtmp_notify_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
on_connect	rR	1
on_disconnect	rR	1
on_publish	rRp	1
on_play	rRp	1
on_publish_done	rRp	1
on_play_done	rRp	1
on_done	rRp	1
on_record_done	rRpc	1
on_update	rRp	1
notify_method	rRp	1
notify_update_timeout	rRp	1	type=time-ms
notify_update_strict	rRp	1
notify_relay_redirect	rRp	1
@ngx_rtmp_play_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
play	rRp	1+
play_temp_path	rRp	1	type=string
play_local_path	rRp	1	type=string
@ngx_rtmp_record_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
record	rRpc	1+	type=enum-set	values=off all audio video keyframes manual
record_path	rRpc	1	type=string
record_suffix	rRpc	1	type=string
record_unique	rRpc	1
record_append	rRpc	1
record_lock	rRpc	1
record_max_size	rRpc	1	type=size
record_max_frames	rRpc	1	type=size
record_interval	rRpc	1	type=time-ms
record_notify	rRpc	1
recorder	p	1{	opens=rtmp recorder
@ngx_rtmp_relay_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
push	p	1+
pull	p	1+
relay_buffer	rR	1	type=time-ms
push_reconnect	rRp	1	type=time-ms
pull_reconnect	rRp	1	type=time-ms
session_relay	rRp	1
@ngx_rtmp_stat_module	third-party	repo=arut/nginx-rtmp-module	debian=libnginx-mod-rtmp
rtmp_stat	hsl	1+	values=all global live clients
rtmp_stat_stylesheet	hsl	1	type=string
@ngx_http_auth_digest_module	third-party	repo=atomx/nginx-http-auth-digest
auth_digest	hslx	1
auth_digest_user_file	hslx	1
auth_digest_timeout	hsl	1	type=time-s
auth_digest_expires	hsl	1	type=time-s
auth_digest_drop_time	hsl	1	type=time-s
auth_digest_evasion_time	hsl	1	type=time-s
auth_digest_replays	hsl	1	type=number
auth_digest_maxtries	hsl	1	type=number
auth_digest_shm_size	hs	1
@ngx_http_limit_traffic_rate_filter_module	third-party	repo=bigplum/Nginx-limit-traffic-rate-module
limit_traffic_rate_zone	h	3
limit_traffic_rate	hsl	2
@ngx_http_form_input_module	third-party	repo=calio/form-input-nginx-module
set_form_input	hsl	1-2
set_form_input_multi	hsl	1-2
@ngx_http_upload_module	third-party	repo=fdintino/nginx-upload-module
upload_pass	hslLx	1
upload_store	hslLx	1-4
upload_state_store	hsl	1-4
upload_store_access	hslLx	1-3	type=access-rights
upload_buffer_size	hslLx	1	type=size
upload_merge_buffer_size	hsl	1	type=size
upload_range_header_buffer_size	hsl	1	type=size
upload_max_part_header_len	hslLx	1	type=size
upload_max_file_size	hslLx	1	type=offset
upload_max_output_body_len	hslLx	1	type=size
upload_set_form_field	hslLx	2
upload_aggregate_form_field	hslLx	2
upload_pass_form_field	hslLx	1
upload_cleanup	hslLx	1+
upload_pass_args	hslLx	flag
upload_limit_rate	hslL	1	type=size
upload_tame_arrays	hslLx	flag
upload_resumable	hslLx	flag
upload_empty_fiels_names	hslLx	flag
upload_add_header	hslLx	2
@ngx_http_upstream_fair_module	third-party	repo=gnosek/nginx-upstream-fair	debian=libnginx-mod-http-upstream-fair
fair	u	0+
upstream_fair_shm_size	h	1
@ngx_http_brotli_filter_module	third-party	repo=google/ngx_brotli	debian=libnginx-mod-http-brotli-filter, libnginx-mod-http-brotli-static
brotli	hslL	flag
brotli_buffers	hsl	2	type=number-size
brotli_types	hsl	1+	type=mime-types
brotli_comp_level	hsl	1	type=number
brotli_window	hsl	1	type=size
brotli_min_length	hsl	1	type=size
@ngx_http_brotli_static_module	third-party	repo=google/ngx_brotli	debian=libnginx-mod-http-brotli-filter, libnginx-mod-http-brotli-static
brotli_static	hsl	1	type=enum	values=off on always
@ngx_http_vod_module	third-party	repo=kaltura/nginx-vod-module
vod	l	1
vod_mode	hsl	1
vod_status	l	0
vod_multi_uri_suffix	hsl	1	type=string
vod_segment_duration	hsl	1	type=number
vod_live_window_duration	hsl	1
vod_bootstrap_segment_durations	hsl	1	type=string
vod_align_segments_to_key_frames	hsl	1
vod_gop_look_ahead	hsl	1	type=number
vod_gop_look_behind	hsl	1	type=number
vod_segment_count_policy	hsl	1
vod_manifest_duration_policy	hsl	1	type=enum	values=max min
vod_manifest_segment_durations_mode	hsl	1
vod_force_playlist_type_vod	hsl	1
vod_force_continuous_timestamps	hsl	1
vod_force_sequence_index	hsl	1
vod_secret_key	hsl	1	type=string-with-variables
vod_encryption_iv_seed	hsl	1	type=string-with-variables
vod_base_url	hsl	1	type=string-with-variables
vod_segments_base_url	hsl	1	type=string-with-variables
vod_metadata_cache	hsl	1-3
vod_response_cache	hsl	1-3
vod_live_response_cache	hsl	1-3
vod_initial_read_size	hsl	1	type=size
vod_max_metadata_size	hsl	1	type=size
vod_max_frames_size	hsl	1	type=size
vod_max_frame_count	hsl	1	type=number
vod_segment_max_frame_count	hsl	1	type=number
vod_cache_buffer_size	hsl	1	type=size
vod_ignore_edit_list	hsl	1
vod_parse_hdlr_name	hsl	1
vod_parse_udta_name	hsl	1
vod_max_upstream_headers_size	hsl	1	type=size
vod_upstream_location	hsl	1	type=string
vod_remote_upstream_location	hsl	1	type=string
vod_upstream_extra_args	hsl	1	type=string-with-variables
vod_mapping_cache	hsl	1-3
vod_live_mapping_cache	hsl	1-3
vod_dynamic_mapping_cache	hsl	1-3
vod_path_response_prefix	hsl	1	type=string
vod_path_response_postfix	hsl	1	type=string
vod_max_mapping_response_size	hsl	1	type=size
vod_notification_uri	hsl	1	type=string-with-variables
vod_dynamic_clip_map_uri	hsl	1	type=string-with-variables
vod_source_clip_map_uri	hsl	1	type=string-with-variables
vod_redirect_segments_url	hsl	1	type=string-with-variables
vod_media_set_map_uri	hsl	1	type=string-with-variables
vod_apply_dynamic_mapping	hsl	1	type=string-with-variables
vod_media_set_override_json	hsl	1	type=string-with-variables
vod_fallback_upstream_location	hsl	1	type=string
vod_proxy_header_name	hsl	1	type=string
vod_proxy_header_value	hsl	1	type=string
vod_expires	hsl	1	type=time-s
vod_expires_live	hsl	1	type=time-s
vod_expires_live_time_dependent	hsl	1	type=time-s
vod_last_modified	hsl	1
vod_last_modified_types	hsl	1+	type=mime-types
vod_drm_enabled	hsl	1
vod_drm_single_key	hsl	1
vod_drm_clear_lead_segment_count	hsl	1	type=number
vod_drm_max_info_length	hsl	1	type=size
vod_drm_upstream_location	hsl	1	type=string
vod_drm_info_cache	hsl	1-3
vod_drm_request_uri	hsl	1	type=string-with-variables
vod_min_single_nalu_per_frame_segment	hsl	1	type=number
vod_clip_to_param_name	hsl	1	type=string
vod_clip_from_param_name	hsl	1	type=string
vod_tracks_param_name	hsl	1	type=string
vod_time_shift_param_name	hsl	1	type=string
vod_speed_param_name	hsl	1	type=string
vod_lang_param_name	hsl	1	type=string
vod_performance_counters	hsl	1
vod_output_buffer_pool	hsl	2
vod_open_file_thread_pool	hsl	0-1
@ngx_http_auth_ldap_module	third-party	repo=kvspb/nginx-auth-ldap
ldap_server	h	1{	opens=raw:ldap_server
auth_ldap_cache_enabled	h	1
auth_ldap_cache_expiration_time	h	1	type=time-ms
auth_ldap_cache_size	h	1	type=size
auth_ldap_servers_size	h	1	type=number
auth_ldap	hslx	1
auth_ldap_servers	hslx	0+
@ngx_http_testcookie_access_module	third-party	repo=kyprizel/testcookie-nginx-module
testcookie	hslSL	1	type=enum	values=off on var
testcookie_name	hsl	1	type=string
testcookie_domain	hsl	1	type=string
testcookie_path	hsl	1	type=string
testcookie_expires	hsl	1
testcookie_p3p	hsl	1	type=string
testcookie_samesite	hsl	1	type=string
testcookie_arg	hsl	1	type=string
testcookie_session	hsl	1
testcookie_secret	hsl	1	type=string
testcookie_fallback	hsl	1
testcookie_max_attempts	hsl	1
testcookie_whitelist	hs	0{	opens=raw:testcookie_whitelist
testcookie_https_location	hsl	1
testcookie_get_only	hsl	1
testcookie_redirect_via_refresh	hsl	1
testcookie_refresh_template	hsl	1
testcookie_refresh_status	hsl	1
testcookie_deny_keepalive	hsl	1
testcookie_internal	hsl	1
testcookie_refresh_encrypt_cookie	hsl	1
testcookie_refresh_encrypt_cookie_key	hsl	1
testcookie_refresh_encrypt_cookie_iv	hsl	1
testcookie_httponly_flag	hsl	1
testcookie_secure_flag	hsl	1	type=string-with-variables
testcookie_pass	hsl	1	type=string-with-variables
testcookie_port_in_redirect	hsl	1
@ngx_http_geoip2_module	third-party	repo=leev/ngx_http_geoip2_module	debian=libnginx-mod-http-geoip2, libnginx-mod-stream-geoip2
geoip2	h	1{	opens=raw:geoip2
geoip2_proxy	h	1
geoip2_proxy_recursive	h	flag
@ngx_stream_geoip2_module	third-party	repo=leev/ngx_http_geoip2_module	debian=libnginx-mod-http-geoip2, libnginx-mod-stream-geoip2
geoip2	t	1{	opens=raw:geoip2
@ngx_http_uploadprogress_module	third-party	repo=masterzen/nginx-upload-progress-module	debian=libnginx-mod-http-uploadprogress
upload_progress	h	2
track_uploads	hsl	2
report_uploads	hsl	1
upload_progress_content_type	hsl	1	type=string
upload_progress_template	hsl	2
upload_progress_java_output	hsl	0
upload_progress_json_output	hsl	0
upload_progress_jsonp_output	hsl	0
upload_progress_header	hsl	1	type=string
upload_progress_jsonp_parameter	hsl	1	type=string
@x_module	third-party	repo=nginx-clojure/nginx-clojure
x	l	0
@ngx_http_clojure_module	third-party	repo=nginx-clojure/nginx-clojure
max_balanced_tcp_connections	h	1
jvm_options	h	1	type=string
jvm_path	h	1	type=string
jvm_var	h	2	type=key-value
jvm_classpath	h	1
jvm_classpath_check	h	1
jvm_workers	h	1	type=number
write_page_size	hsl	1	type=size
jvm_handler_type	h	1	type=string
jvm_init_handler_name	h	1
jvm_init_handler_code	h	1
jvm_init_handler_property	h	2	type=key-value
jvm_exit_handler_name	h	1
jvm_exit_handler_code	h	1
jvm_exit_handler_property	h	2	type=key-value
handlers_lazy_init	hsl	1
auto_upgrade_ws	hsl	1
handler_type	sl	1	type=string
handler_name	l	1
handler_code	l	1
content_handler_type	hsl	1	type=string
content_handler_name	hsl	1
content_handler_code	hsl	1
rewrite_handler_type	hsl	1	type=string
rewrite_handler_name	hsl	1
rewrite_handler_code	hsl	1
access_handler_type	hsl	1	type=string
access_handler_name	hsl	1
access_handler_code	hsl	1
header_filter_type	hsl	1	type=string
header_filter_name	hsl	1
header_filter_code	hsl	1
body_filter_type	hsl	1	type=string
body_filter_name	hsl	1
body_filter_code	hsl	1
log_handler_type	hsl	1	type=string
log_handler_name	hsl	1
log_handler_code	hsl	1
load_balancer_type	u	1	type=string
load_balancer_name	u	1
load_balancer_code	u	1
content_handler_property	hsl	2	type=key-value
rewrite_handler_property	hsl	2	type=key-value
access_handler_property	hsl	2	type=key-value
header_filter_property	hsl	2	type=key-value
body_filter_property	hsl	2	type=key-value
log_handler_property	hsl	2	type=key-value
load_balancer_property	u	2	type=key-value
always_read_body	hsl	1
shared_map	h	2
@ngx_http_cache_purge_module	third-party	repo=nginx-modules/ngx_cache_purge	debian=libnginx-mod-http-cache-purge
fastcgi_cache_purge	hsl	1+
proxy_cache_purge	hsl	1+
scgi_cache_purge	hsl	1+
uwsgi_cache_purge	hsl	1+
cache_purge_response_type	hsl	1
cache_purge_background_queue	h	1
cache_purge_queue_size	h	1	type=number
cache_purge_batch_size	h	1	type=number
cache_purge_throttle_ms	h	1	type=time-ms
cache_purge_legacy_status	h	1
cache_purge_vary_aware	h	1
@ngx_http_array_var_module	third-party	repo=openresty/array-var-nginx-module
array_split	hslSL	2+
array_map	hslSL	2-3
array_map_op	hslSL	2-3
array_join	hslSL	2-3
@ngx_http_drizzle_module	third-party	repo=openresty/drizzle-nginx-module
drizzle_server	u	1+
drizzle_keepalive	u	1+
drizzle_query	hslL	1+
drizzle_dbname	hslL	1
drizzle_pass	lL	1
drizzle_connect_timeout	hslL	1	type=time-ms
drizzle_send_query_timeout	hslL	1	type=time-ms
drizzle_recv_cols_timeout	hslL	1	type=time-ms
drizzle_recv_rows_timeout	hslL	1	type=time-ms
drizzle_module_header	hslL	flag
drizzle_buffer_size	hslL	1	type=size
drizzle_status	lL	0
@ngx_http_echo_module	third-party	repo=openresty/echo-nginx-module	debian=libnginx-mod-http-echo
echo	lL	0+
echo_request_body	lL	0
echo_sleep	lL	1
echo_flush	lL	0
echo_blocking_sleep	lL	1
echo_reset_timer	lL	0
echo_before_body	lL	0+
echo_after_body	lL	0+
echo_location_async	lL	1-2
echo_location	lL	1-2
echo_subrequest_async	lL	2+
echo_subrequest	lL	2+
echo_duplicate	lL	2+
echo_read_request_body	lL	0
echo_foreach_split	lL	2+
echo_end	lL	0
echo_abort_parent	lL	0
echo_exec	lL	1-2
echo_status	lL	1	type=number
@ngx_http_encrypted_session_module	third-party	repo=openresty/encrypted-session-nginx-module
encrypted_session_key	hslSL	1
encrypted_session_iv	hslSL	1
encrypted_session_expires	hslSL	1
set_encrypt_session	hslSL	1-2
set_decrypt_session	hslSL	1-2
@ngx_http_headers_more_filter_module	third-party	repo=openresty/headers-more-nginx-module	debian=libnginx-mod-http-headers-more-filter
more_set_headers	hslL	1+
more_clear_headers	hslL	1+
more_set_input_headers	hslL	1+
more_clear_input_headers	hslL	1+
@ngx_http_lua_module	third-party	repo=openresty/lua-nginx-module	debian=libnginx-mod-http-lua
lua_load_resty_core	h	flag
lua_thread_cache_max_entries	h	1	type=number
lua_max_running_timers	h	1	type=number
lua_max_pending_timers	h	1	type=number
lua_shared_dict	h	2
lua_capture_error_log	h	1
lua_sa_restart	h	flag
lua_regex_cache_max_entries	h	1
lua_regex_match_limit	h	1
lua_package_cpath	h	1
lua_package_path	h	1
lua_code_cache	hslL	flag
lua_need_request_body	hslL	flag
lua_transform_underscores_in_response_headers	hslL	flag
lua_socket_log_errors	hslL	flag
init_by_lua_block	h	0{	opens=raw:lua
init_by_lua	h	1
init_by_lua_file	h	1
init_worker_by_lua_block	h	0{	opens=raw:lua
init_worker_by_lua	h	1
init_worker_by_lua_file	h	1
exit_worker_by_lua_block	h	0{	opens=raw:lua
exit_worker_by_lua_file	h	1
set_by_lua_block	slSL	1{	opens=raw:lua
set_by_lua	slSL	2+
set_by_lua_file	slSL	2+
server_rewrite_by_lua_block	hs	0{	opens=raw:lua
server_rewrite_by_lua_file	hs	1
rewrite_by_lua	hslL	1
rewrite_by_lua_block	hslL	0{	opens=raw:lua
access_by_lua	hslL	1
access_by_lua_block	hslL	0{	opens=raw:lua
precontent_by_lua_block	hslL	0{	opens=raw:lua
precontent_by_lua_file	hslL	1
precontent_by_lua_no_postpone	h	flag
content_by_lua	lL	1
content_by_lua_block	lL	0{	opens=raw:lua
log_by_lua	hslL	1
log_by_lua_block	hslL	0{	opens=raw:lua
rewrite_by_lua_file	hslL	1
rewrite_by_lua_no_postpone	h	flag
access_by_lua_file	hslL	1
access_by_lua_no_postpone	h	flag
content_by_lua_file	lL	1
log_by_lua_file	hslL	1
header_filter_by_lua	hslL	1
header_filter_by_lua_block	hslL	0{	opens=raw:lua
header_filter_by_lua_file	hslL	1
body_filter_by_lua	hslL	1
body_filter_by_lua_block	hslL	0{	opens=raw:lua
body_filter_by_lua_file	hslL	1
balancer_by_lua_block	u	0{	opens=raw:lua
balancer_by_lua_file	u	1
balancer_keepalive	u	1
lua_socket_keepalive_timeout	hslL	1	type=time-ms
lua_socket_connect_timeout	hslL	1	type=time-ms
lua_socket_send_timeout	hslL	1	type=time-ms
lua_socket_send_lowat	hslL	1	type=size
lua_socket_buffer_size	hslL	1	type=size
lua_socket_pool_size	hslL	1	type=number
lua_socket_read_timeout	hslL	1	type=time-ms
lua_http10_buffering	hslL	flag
lua_check_client_abort	hslL	flag
lua_use_default_type	hslL	flag
lua_ssl_protocols	hsl	1+	type=enum-set	values=SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3
lua_ssl_ciphers	hsl	1	type=string
ssl_client_hello_by_lua_block	hs	0{	opens=raw:lua
ssl_client_hello_by_lua_file	hs	1
ssl_certificate_by_lua_block	hs	0{	opens=raw:lua
ssl_certificate_by_lua_file	hs	1
ssl_session_store_by_lua_block	h	0{	opens=raw:lua
ssl_session_store_by_lua_file	h	1
ssl_session_fetch_by_lua_block	h	0{	opens=raw:lua
ssl_session_fetch_by_lua_file	h	1
proxy_ssl_certificate_by_lua_block	lL	0{	opens=raw:lua
proxy_ssl_certificate_by_lua_file	lL	1
proxy_ssl_verify_by_lua_block	lL	0{	opens=raw:lua
proxy_ssl_verify_by_lua_file	lL	1
lua_upstream_skip_openssl_default_verify	lL	flag
lua_ssl_verify_depth	hsl	1	type=number
lua_ssl_certificate	hsl	1	type=string
lua_ssl_certificate_key	hsl	1	type=string
lua_ssl_trusted_certificate	hsl	1	type=string
lua_ssl_crl	hsl	1	type=string
lua_ssl_key_log	hsl	1	type=string
lua_ssl_conf_command	hsl	2	type=key-value
lua_malloc_trim	h	1
lua_worker_thread_vm_pool_size	h	1	type=number
@ngx_http_lua_fake_shm_module	third-party	repo=openresty/lua-nginx-module	debian=libnginx-mod-http-lua
lua_fake_shm	h	2
@ngx_http_memc_module	third-party	repo=openresty/memc-nginx-module	debian=libnginx-mod-http-memc
memc_cmds_allowed	hslL	1+
memc_pass	lL	1
memc_connect_timeout	hsl	1	type=time-ms
memc_send_timeout	hsl	1	type=time-ms
memc_read_timeout	hsl	1	type=time-ms
memc_buffer_size	hsl	1	type=size
memc_next_upstream	hsl	1+	type=enum-set	values=error timeout invalid_response not_found off
memc_upstream_max_fails	hsl	1
memc_upstream_fail_timeout	hsl	1
memc_flags_to_last_modified	lL	flag
memc_ignore_client_abort	lL	flag
@ngx_http_rds_json_filter_module	third-party	repo=openresty/rds-json-nginx-module
rds_json	hslL	flag
rds_json_root	hslL	1
rds_json_success_property	hslL	1
rds_json_user_property	hslL	2
rds_json_errcode_key	hslL	1
rds_json_errstr_key	hslL	1
rds_json_format	hslL	1	type=enum	values=normal compact
rds_json_content_type	hslL	1	type=string
rds_json_ret	lL	2+
rds_json_buffer_size	hslL	1	type=size
@ngx_http_redis2_module	third-party	repo=openresty/redis2-nginx-module
redis2_query	lL	1+
redis2_raw_query	lL	1
redis2_raw_queries	lL	2
redis2_literal_raw_query	lL	1	type=string
redis2_pass	lL	1
redis2_bind	hsl	1
redis2_connect_timeout	hsl	1	type=time-ms
redis2_send_timeout	hsl	1	type=time-ms
redis2_buffer_size	hsl	1	type=size
redis2_read_timeout	hsl	1	type=time-ms
redis2_next_upstream	hsl	1+	type=enum-set	values=error timeout invalid_response not_found off
@ngx_http_replace_filter_module	third-party	repo=openresty/replace-filter-nginx-module
replace_filter	hslL	2-3
replace_filter_types	hslL	1+	type=mime-types
replace_filter_max_buffered_size	hslL	1	type=size
replace_filter_last_modified	hslL	1+	type=enum	values=clear keep
replace_filter_skip	hslL	1	type=string-with-variables
@ngx_http_set_misc_module	third-party	repo=openresty/set-misc-nginx-module	debian=libnginx-mod-http-set-misc
set_encode_base64	hslSL	1-2
set_decode_base64	hslSL	1-2
set_encode_base64url	hslSL	1-2
set_decode_base64url	hslSL	1-2
set_decode_hex	hslSL	1-2
set_encode_hex	hslSL	1-2
set_hmac_sha1	hslSL	3
set_hmac_sha256	hslSL	3
set_md5	hslSL	1-2
set_sha1	hslSL	1-2
set_unescape_uri	hslSL	1-2
set_escape_uri	hslSL	1-2
set_quote_sql_str	hslSL	1-2
set_quote_pgsql_str	hslSL	1-2
set_quote_json_str	hslSL	1-2
set_if_empty	hslSL	2
set_hashed_upstream	hslSL	3
set_misc_base32_padding	hslSL	flag
set_base32_padding	hslSL	flag
set_base32_alphabet	hslSL	1
set_encode_base32	hslSL	1-2
set_decode_base32	hslSL	1-2
set_local_today	hslSL	1
set_formatted_gmt_time	hslSL	2
set_formatted_local_time	hslSL	2
set_random	hslSL	3
set_secure_random_alphanum	hslSL	1-2
set_secure_random_lcalpha	hslSL	1-2
set_rotate	hslSL	3
@ngx_http_srcache_filter_module	third-party	repo=openresty/srcache-nginx-module	debian=libnginx-mod-http-srcache-filter
srcache_buffer	hslL	1	type=size
srcache_fetch	hslL	2-3
srcache_store	hslL	2-3
srcache_store_max_size	hslL	1	type=size
srcache_fetch_skip	hslL	1	type=string-with-variables
srcache_store_skip	hslL	1	type=string-with-variables
srcache_store_statuses	hslL	1+
srcache_methods	hsl	1+	type=enum-set	values=GET HEAD POST PUT DELETE
srcache_request_cache_control	hsl	flag
srcache_store_private	hsl	flag
srcache_store_no_store	hsl	flag
srcache_store_no_cache	hsl	flag
srcache_response_cache_control	hsl	flag
srcache_store_hide_header	hsl	1	type=string
srcache_store_pass_header	hsl	1	type=string
srcache_store_ranges	hsl	flag
srcache_ignore_content_encoding	hsl	flag
srcache_header_buffer_size	hslL	1	type=size
srcache_max_expire	hslL	1	type=time-s
srcache_default_expire	hslL	1	type=time-s
@ngx_stream_lua_module	third-party	repo=openresty/stream-lua-nginx-module
lua_load_resty_core	t	flag
lua_max_running_timers	t	1	type=number
lua_max_pending_timers	t	1	type=number
lua_shared_dict	t	2
lua_sa_restart	t	flag
lua_capture_error_log	t	1
lua_regex_cache_max_entries	t	1	type=number
lua_regex_match_limit	t	1	type=number
lua_package_cpath	t	1
lua_package_path	t	1
lua_code_cache	tT	flag
lua_socket_log_errors	tT	flag
init_by_lua_block	t	0{	opens=raw:lua
init_by_lua	t	1
init_by_lua_file	t	1
init_worker_by_lua_block	t	0{	opens=raw:lua
init_worker_by_lua	t	1
init_worker_by_lua_file	t	1
preread_by_lua_file	tT	1
preread_by_lua_block	tT	0{	opens=raw:lua
content_by_lua	T	1
content_by_lua_block	T	0{	opens=raw:lua
content_by_lua_file	T	1
log_by_lua_block	tT	0{	opens=raw:lua
log_by_lua_file	tT	1
preread_by_lua_no_postpone	t	flag
balancer_by_lua_block	U	0{	opens=raw:lua
balancer_by_lua_file	U	1
lua_socket_keepalive_timeout	tT	1	type=time-ms
lua_socket_connect_timeout	tT	1	type=time-ms
lua_socket_send_timeout	tT	1	type=time-ms
lua_socket_send_lowat	tT	1	type=size
lua_socket_buffer_size	tT	1	type=size
lua_socket_pool_size	tT	1	type=number
lua_socket_read_timeout	tT	1	type=time-ms
lua_check_client_abort	tT	flag
lua_ssl_protocols	tT	1+	type=enum-set	values=SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3
lua_ssl_ciphers	tT	1	type=string
ssl_client_hello_by_lua_block	tT	0{	opens=raw:lua
ssl_client_hello_by_lua_file	tT	1
ssl_certificate_by_lua_block	tT	0{	opens=raw:lua
ssl_certificate_by_lua_file	tT	1
proxy_ssl_certificate_by_lua_block	T	0{	opens=raw:lua
proxy_ssl_certificate_by_lua_file	T	1
proxy_ssl_verify_by_lua_block	T	0{	opens=raw:lua
proxy_ssl_verify_by_lua_file	T	1
lua_upstream_skip_openssl_default_verify	T	flag
lua_ssl_verify_depth	tT	1	type=number
lua_ssl_certificate	tT	1	type=string
lua_ssl_certificate_key	tT	1	type=string
lua_ssl_trusted_certificate	tT	1	type=string
lua_ssl_crl	tT	1	type=string
lua_ssl_key_log	tT	1	type=string
lua_ssl_conf_command	tT	2	type=key-value
lua_malloc_trim	t	1
lua_add_variable	t	1
@ngx_http_xss_filter_module	third-party	repo=openresty/xss-nginx-module
xss_get	hslL	flag
xss_callback_arg	hslL	1	type=string
xss_input_types	hslL	1+	type=mime-types
xss_check_status	hslL	flag
xss_override_status	hslL	flag
xss_output_type	hslL	1+	type=string
@ngx_http_opentracing_module	third-party	repo=opentracing-contrib/nginx-opentracing
opentracing	hsl	1
opentracing_trace_locations	hsl	1
opentracing_propagate_context	hsl	0
opentracing_fastcgi_propagate_context	hsl	0
opentracing_grpc_propagate_context	hsl	0
opentracing_operation_name	hsl	1
opentracing_location_operation_name	hsl	1
opentracing_trust_incoming_span	hsl	1
opentracing_tag	hsl	2
opentracing_load_tracer	hs	2
@ngx_http_modsecurity_module	third-party	repo=owasp-modsecurity/ModSecurity-nginx	debian=libnginx-mod-http-modsecurity
modsecurity	hsl	flag
modsecurity_rules	hsl	1
modsecurity_rules_file	hsl	1
modsecurity_rules_remote	hsl	2
modsecurity_transaction_id	hsl	1+
@ngx_http_upstream_consistent_hash_module	third-party	repo=replay/ngx_http_consistent_hash
consistent_hash	u	1
@ngx_nchan_module	third-party	repo=slact/nchan	debian=libnginx-mod-nchan
nchan_channel_id	slL	1-7
nchan_pubsub_channel_id	slL	1-7
nchan_publisher_channel_id	slL	1-7
nchan_pub_channel_id	slL	1-7
nchan_publisher_upstream_request	slL	1	type=string-with-variables
nchan_deflate_message_for_websocket	sl	1
nchan_channel_id_split_delimiter	slL	1	type=string
nchan_subscriber_channel_id	slL	1-7
nchan_sub_channel_id	slL	1-7
nchan_pubsub	slL	0-6
nchan_pubsub_location	slL	0-6
nchan_subscriber_info	l	0
nchan_subscriber_info_string	sl	1	type=string-with-variables
nchan_longpoll_multipart_response	slL	1
nchan_eventsource_event	slL	1	type=string
nchan_eventsource_ping_comment	slL	1
nchan_eventsource_ping_event	slL	1
nchan_eventsource_ping_data	slL	1
nchan_eventsource_ping_interval	slL	1	type=time-s
nchan_subscriber	slL	0-5
push_subscriber	slL	0-5
nchan_subscriber_location	slL	0-5
nchan_subscriber_compound_etag_message_id	slL	1
nchan_subscriber_message_id_custom_etag_header	slL	1	type=string
nchan_subscriber_last_message_id	slL	1-5
nchan_subscriber_http_raw_stream_separator	slL	1
nchan_subscriber_first_message	slL	1
nchan_websocket_ping_interval	slL	1	type=time-s
nchan_websocket_client_heartbeat	slL	2
nchan_publisher	slL	0-2
push_publisher	slL	0-2
nchan_publisher_location	slL	0-2
nchan_subscriber_timeout	hslL	1	type=time-s
push_subscriber_timeout	hslL	1	type=time-s
nchan_authorize_request	slL	1	type=string-with-variables
nchan_subscribe_request	slL	1	type=string-with-variables
nchan_unsubscribe_request	slL	1
nchan_message_temp_path	h	1	type=path
nchan_store_messages	hslL	1
push_store_messages	hslL	1
nchan_shared_memory_size	h	1
push_max_reserved_memory	h	1
nchan_max_reserved_memory	h	1
nchan_permessage_deflate_compression_level	h	1
nchan_permessage_deflate_compression_strategy	h	1
nchan_permessage_deflate_compression_window	h	1
nchan_permessage_deflate_compression_memlevel	h	1
nchan_redis_url	hsl	1
nchan_redis_pass	hsl	1
nchan_redis_pass_inheritable	hsl	1
nchan_redis_publish_msgpacked_max_size	h	1	type=size
nchan_redis_discovered_ip_range_blacklist	u	1-7
nchan_redis_server	u	1-2
nchan_redis_storage_mode	hslu	1
nchan_redis_nostore_fastpublish	hsu	1
nchan_redis_username	u	1	type=string
nchan_redis_password	u	1	type=string
nchan_redis_ssl	u	1
nchan_redis_tls	u	1
nchan_redis_ssl_client_certificate	u	1	type=string
nchan_redis_tls_client_certificate	u	1	type=string
nchan_redis_ssl_client_certificate_key	u	1	type=string
nchan_redis_tls_client_certificate	u	1	type=string
nchan_redis_ssl_server_name	u	1	type=string
nchan_redis_tls_server_name	u	1	type=string
nchan_redis_ssl_trusted_certificate	u	1	type=string
nchan_redis_tls_trusted_certificate	u	1	type=string
nchan_redis_ssl_trusted_certificate_path	u	1	type=string
nchan_redis_tls_trusted_certificate_path	u	1	type=string
nchan_redis_ssl_ciphers	u	1	type=string
nchan_redis_tls_ciphers	u	1	type=string
nchan_redis_ssl_verify_certificate	u	1
nchan_redis_tls_verify_certificate	u	1
nchan_use_redis	hsl	1
nchan_redis_ping_interval	hslu	1	type=time-s
nchan_redis_load_scripts_unconditionally	u	1
nchan_redis_accurate_subscriber_count	u	1
nchan_redis_wait_after_connecting	hsl	1
nchan_redis_connect_timeout	u	1	type=time-ms
nchan_redis_node_connect_timeout	u	1	type=time-ms
nchan_redis_cluster_connect_timeout	u	1	type=time-ms
nchan_redis_node_connect_timeout	u	1	type=time-ms
nchan_redis_cluster_max_failing_time	u	1	type=time-ms
nchan_redis_reconnect_delay	u	1	type=time-ms
nchan_redis_reconnect_delay_min	u	1	type=time-ms
nchan_redis_reconnect_delay_jitter	u	1
nchan_redis_reconnect_delay_backoff	u	1
nchan_redis_reconnect_delay_max	u	1	type=time-ms
nchan_redis_idle_channel_keepalive_safety_margin	u	1	type=time-ms
nchan_redis_idle_channel_keepalive_min	u	1	type=time-ms
nchan_redis_idle_channel_keepalive_jitter	u	1
nchan_redis_idle_channel_keepalive_backoff	u	1
nchan_redis_idle_channel_keepalive_max	u	1	type=time-ms
nchan_redis_cluster_check_interval_min	u	1	type=time-ms
nchan_redis_cluster_check_interval	u	1	type=time-ms
nchan_redis_cluster_check_interval_jitter	u	1
nchan_redis_cluster_check_interval_backoff	u	1
nchan_redis_cluster_check_interval_max	u	1	type=time-ms
nchan_redis_cluster_recovery_delay	u	1	type=time-ms
nchan_redis_cluster_recovery_delay_min	u	1	type=time-ms
nchan_redis_cluster_recovery_delay_jitter	u	1
nchan_redis_cluster_recovery_delay_backoff	u	1
nchan_redis_cluster_recovery_delay_max	u	1	type=time-ms
nchan_redis_command_timeout	u	1	type=time-ms
nchan_redis_retry_commands	u	1
nchan_redis_retry_commands_max_wait	u	1	type=time-ms
nchan_redis_subscribe_weights	u	1-2
nchan_redis_optimize_target	u	1
nchan_redis_namespace	hslu	1	type=string
nchan_redis_fakesub_timer_interval	h	1	type=time-ms
nchan_redis_idle_channel_cache_timeout	hsl	1	type=time-s
nchan_redis_upstream_stats	sl	1
nchan_redis_upstream_stats_enabled	u	1
nchan_redis_upstream_stats_disconnected_timeout	u	1
nchan_message_timeout	hsl	1
push_message_timeout	hsl	1
nchan_message_buffer_length	hsl	1
push_max_message_buffer_length	hsl	1
push_message_buffer_length	hsl	1
nchan_message_max_buffer_length	hsl	1
nchan_subscribe_existing_channels_only	hsl	1
push_authorized_channels_only	hsl	1
nchan_access_control_allow_origin	hslL	1	type=string-with-variables
nchan_access_control_allow_credentials	hslL	1
nchan_channel_group	slL	1	type=string-with-variables
push_channel_group	slL	1	type=string-with-variables
nchan_channel_group_accounting	sl	1
nchan_group_location	l	0-3
nchan_group_max_channels	l	1	type=string-with-variables
nchan_group_max_messages	l	1	type=string-with-variables
nchan_group_max_messages_memory	l	1	type=string-with-variables
nchan_group_max_messages_disk	l	1	type=string-with-variables
nchan_group_max_subscribers	l	1	type=string-with-variables
nchan_channel_events_channel_id	slL	1
nchan_stub_status	l	0
nchan_channel_event_string	slL	1	type=string-with-variables
nchan_max_channel_id_length	hsl	1	type=number
push_max_channel_id_length	hsl	1	type=number
nchan_max_channel_subscribers	hsl	1	type=number
push_max_channel_subscribers	hsl	1	type=number
nchan_channel_timeout	hsl	1	type=time-s
push_channel_timeout	hsl	1	type=time-s
nchan_storage_engine	hsl	1
nchan_benchmark	l	0
nchan_benchmark_time	l	1	type=time-s
nchan_benchmark_messages_per_channel_per_minute	l	1	type=number
nchan_benchmark_message_padding_bytes	l	1	type=number
nchan_benchmark_channels	l	1	type=number
nchan_benchmark_subscribers_per_channel	l	1	type=number
nchan_benchmark_subscriber_distribution	l	1
nchan_benchmark_publisher_distribution	l	1
push_min_message_buffer_length	slL	1
push_subscriber_concurrency	slL	1
@ngx_http_auth_spnego_module	third-party	repo=stnoonan/spnego-http-auth-nginx-module
auth_gss	hsl	0+
auth_gss_zone_name	h	1	type=string
auth_gss_realm	hsl	0+	type=string
auth_gss_keytab	hsl	0+	type=string
auth_gss_service_ccache	hsl	0+	type=string
auth_gss_service_name	hsl	0+	type=string
auth_gss_format_full	hsl	0+
auth_gss_force_realm	hsl	0+
auth_gss_allow_basic_fallback	hsl	0+
auth_gss_authorized_principal	hsl	1+	type=string
auth_gss_authorized_principal_regex	hsl	1+
auth_gss_map_to_local	hsl	0+
auth_gss_delegate_credentials	hsl	0+
auth_gss_constrained_delegation	hsl	0+
@ngx_http_auth_pam_module	third-party	repo=sto/ngx_http_auth_pam_module	debian=libnginx-mod-http-auth-pam
auth_pam	hslx	1	type=string
auth_pam_service_name	hslx	1	type=string
auth_pam_set_pam_env	hslx	flag
@ngx_http_zstd_filter_module	third-party	repo=tokers/zstd-nginx-module
zstd	hslL	flag
zstd_comp_level	hsl	1
zstd_types	hsl	1+	type=mime-types
zstd_buffers	hsl	2	type=number-size
zstd_min_length	hsl	1+	type=size
zstd_dict_file	h	1	type=string
@ngx_http_zstd_static_module	third-party	repo=tokers/zstd-nginx-module
zstd_static	hsl	1	type=enum	values=off on always
@ngx_http_stream_server_traffic_status_module	third-party	repo=vozlt/nginx-module-sts
stream_server_traffic_status	hsl	flag
stream_server_traffic_status_zone	h	0-1
stream_server_traffic_status_display	sl	0-1
stream_server_traffic_status_display_format	sl	1	type=enum	values=json html jsonp prometheus
stream_server_traffic_status_display_jsonp	sl	1	type=string
stream_server_traffic_status_average_method	hsl	1-2
@ngx_http_vhost_traffic_status_module	third-party	repo=vozlt/nginx-module-vts
vhost_traffic_status	hsl	flag
vhost_traffic_status_filter	hsl	flag
vhost_traffic_status_filter_by_host	hsl	flag
vhost_traffic_status_filter_check_duplicate	hsl	flag
vhost_traffic_status_filter_by_set_key	hsl	1-2
vhost_traffic_status_filter_max_node	h	1+
vhost_traffic_status_limit	hsl	flag
vhost_traffic_status_limit_check_duplicate	hsl	flag
vhost_traffic_status_limit_traffic	hsl	1-2
vhost_traffic_status_limit_traffic_by_set_key	hsl	2-3
vhost_traffic_status_zone	h	0-1
vhost_traffic_status_measure_status_codes	h	1+
vhost_traffic_status_dump	h	1-2
vhost_traffic_status_display	sl	0-1
vhost_traffic_status_display_format	sl	1	type=enum	values=json html jsonp prometheus
vhost_traffic_status_display_jsonp	sl	1	type=string
vhost_traffic_status_display_sum_key	sl	1	type=string
vhost_traffic_status_set_by_filter	hslL	2
vhost_traffic_status_average_method	hsl	1-2
vhost_traffic_status_histogram_buckets	hsl	1+
vhost_traffic_status_bypass_limit	hsl	flag
vhost_traffic_status_bypass_stats	hsl	flag
vhost_traffic_status_stats_by_upstream	h	flag
vhost_traffic_status_ignore_status	hsl	1+	type=enum-set	values=1xx 2xx 3xx 4xx 5xx off
@ngx_http_push_stream_module	third-party	repo=wandenberg/nginx-push-stream-module
push_stream_channels_statistics	l	0
push_stream_publisher	l	0-1
push_stream_subscriber	l	0-1
push_stream_shared_memory_size	h	1-2
push_stream_channel_deleted_message_text	h	1	type=string
push_stream_channel_inactivity_time	h	1	type=time-s
push_stream_ping_message_text	h	1	type=string
push_stream_timeout_with_body	h	1
push_stream_message_ttl	h	1	type=time-s
push_stream_max_subscribers_per_channel	h	1	type=number
push_stream_max_messages_stored_per_channel	h	1	type=number
push_stream_max_channel_id_length	h	1	type=number
push_stream_max_number_of_channels	h	1	type=number
push_stream_max_number_of_wildcard_channels	h	1	type=number
push_stream_wildcard_channel_prefix	h	1	type=string
push_stream_events_channel_id	h	1	type=string
push_stream_channels_path	hslL	1	type=string-with-variables
push_stream_store_messages	hslL	1
push_stream_channel_info_on_publish	hsl	1
push_stream_authorized_channels_only	hsl	1
push_stream_header_template_file	hsl	1
push_stream_header_template	hsl	1	type=string
push_stream_message_template	hsl	1	type=string
push_stream_footer_template	hsl	1	type=string
push_stream_wildcard_channel_max_qtd	hsl	1	type=number
push_stream_ping_message_interval	hsl	1	type=time-ms
push_stream_subscriber_connection_ttl	hsl	1	type=time-ms
push_stream_longpolling_connection_ttl	hsl	1	type=time-ms
push_stream_websocket_allow_publish	hsl	1
push_stream_last_received_message_time	hslL	1	type=string-with-variables
push_stream_last_received_message_tag	hslL	1	type=string-with-variables
push_stream_last_event_id	hslL	1	type=string-with-variables
push_stream_user_agent	hsl	1	type=string-with-variables
push_stream_padding_by_user_agent	hsl	1	type=string
push_stream_allowed_origins	hsl	1	type=string-with-variables
push_stream_allow_connections_to_events_channel	hslL	1
@ngx_http_upsync_module	third-party	repo=weibocom/nginx-upsync-module
upsync	u	1+
upsync_lb	u	1
upsync_dump_path	u	1
upstream_show	l	0
@ngx_http_upstream_check_module	third-party	repo=yaoweibin/nginx_upstream_check_module
check	u	1+
check_keepalive_requests	u	1
check_http_send	u	1
check_http_expect_alive	u	1+
check_fastcgi_param	u	2
check_shm_size	h	1
check_status	sl	0-1
@ngx_http_subs_filter_module	third-party	repo=yaoweibin/ngx_http_substitutions_filter_module	debian=libnginx-mod-http-subs-filter
subs_filter	hsl	2+
subs_filter_bypass	hsl	1+	type=predicates
subs_filter_types	hsl	1+	type=mime-types
subs_line_buffer_size	hsl	2	type=size
subs_buffers	hsl	2	type=number-size
@ngx_http_naxsi_module	third-party	repo=nbs-system/naxsi
MainRule	h	1+
main_rule	h	1+
BasicRule	hslx	1+
basic_rule	hslx	1+
DeniedUrl	hslx	1+
denied_url	hslx	1+
IgnoreIP	hslx	1+
IgnoreCIDR	hslx	1+
CheckRule	hslx	1+
check_rule	hslx	1+
LearningMode	hslx	0
learning_mode	hslx	0
SecRulesEnabled	hslx	0
rules_enabled	hslx	0
SecRulesDisabled	hslx	0
rules_disabled	hslx	0
LibInjectionSql	hslx	0
libinjection_sql	hslx	0
LibInjectionXss	hslx	0
libinjection_xss	hslx	0
NaxsiLogFile	hslx	1+
naxsi_log	hslx	1+
@ngx_http_passenger_module	third-party	repo=phusion/passenger
passenger_root	hslL	1+	approximate
passenger_ctl	hslL	1+	approximate
passenger_abort_on_startup_error	hslL	1+	approximate
passenger_dump_config_manifest	hslL	1+	approximate
passenger_log_level	hslL	1+	approximate
passenger_log_file	hslL	1+	approximate
passenger_disable_log_prefix	hslL	1+	approximate
passenger_file_descriptor_log_file	hslL	1+	approximate
passenger_data_buffer_dir	hslL	1+	approximate
passenger_socket_backlog	hslL	1+	approximate
passenger_core_file_descriptor_ulimit	hslL	1+	approximate
passenger_disable_security_update_check	hslL	1+	approximate
passenger_security_update_check_proxy	hslL	1+	approximate
passenger_disable_anonymous_telemetry	hslL	1+	approximate
passenger_anonymous_telemetry_proxy	hslL	1+	approximate
passenger_pre_start	hslL	1+	approximate
passenger_instance_registry_dir	hslL	1+	approximate
passenger_spawn_dir	hslL	1+	approximate
passenger_turbocaching	hslL	1+	approximate
passenger_user_switching	hslL	1+	approximate
passenger_default_user	hslL	1+	approximate
passenger_default_group	hslL	1+	approximate
passenger_max_pool_size	hslL	1+	approximate
passenger_pool_idle_time	hslL	1+	approximate
passenger_response_buffer_high_watermark	hslL	1+	approximate
passenger_stat_throttle_rate	hslL	1+	approximate
passenger_show_version_in_header	hslL	1+	approximate
passenger_app_file_descriptor_ulimit	hslL	1+	approximate
passenger_max_instances_per_app	hslL	1+	approximate
passenger_admin_panel_url	hslL	1+	approximate
passenger_admin_panel_auth_type	hslL	1+	approximate
passenger_admin_panel_username	hslL	1+	approximate
passenger_admin_panel_password	hslL	1+	approximate
passenger_ruby	hslL	1+	approximate
passenger_python	hslL	1+	approximate
passenger_nodejs	hslL	1+	approximate
passenger_meteor_app_settings	hslL	1+	approximate
passenger_app_env	hslL	1+	approximate
passenger_friendly_error_pages	hslL	1+	approximate
passenger_custom_error_page	hslL	1+	approximate
passenger_min_instances	hslL	1+	approximate
passenger_start_timeout	hslL	1+	approximate
passenger_user	hslL	1+	approximate
passenger_group	hslL	1+	approximate
passenger_app_group_name	hslL	1+	approximate
passenger_monitor_log_file	hslL	1+	approximate
passenger_app_root	hslL	1+	approximate
passenger_app_rights	hslL	1+	approximate
passenger_debugger	hslL	1+	approximate
passenger_max_preloader_idle_time	hslL	1+	approximate
passenger_env_var	hslL	1+	approximate
passenger_spawn_method	hslL	1+	approximate
passenger_direct_instance_request_address	hslL	1+	approximate
passenger_load_shell_envvars	hslL	1+	approximate
passenger_preload_bundler	hslL	1+	approximate
passenger_max_request_queue_size	hslL	1+	approximate
passenger_app_type	hslL	1+	approximate
passenger_startup_file	hslL	1+	approximate
passenger_app_start_command	hslL	1+	approximate
passenger_restart_dir	hslL	1+	approximate
passenger_abort_websockets_on_process_shutdown	hslL	1+	approximate
passenger_force_max_concurrent_requests_per_process	hslL	1+	approximate
passenger_enabled	hslL	1+	approximate
passenger_max_requests	hslL	1+	approximate
passenger_base_uri	hslL	1+	approximate
passenger_document_root	hslL	1+	approximate
passenger_temp_path	hslL	1+	approximate
passenger_ignore_headers	hslL	1+	approximate
passenger_set_header	hslL	1+	approximate
passenger_pass_header	hslL	1+	approximate
passenger_headers_hash_max_size	hslL	1+	approximate
passenger_headers_hash_bucket_size	hslL	1+	approximate
passenger_ignore_client_abort	hslL	1+	approximate
passenger_read_timeout	hslL	1+	approximate
passenger_buffer_response	hslL	1+	approximate
passenger_buffer_size	hslL	1+	approximate
passenger_buffers	hslL	1+	approximate
passenger_busy_buffers_size	hslL	1+	approximate
passenger_request_buffering	hslL	1+	approximate
passenger_intercept_errors	hslL	1+	approximate
passenger_request_queue_overflow_status_code	hslL	1+	approximate
passenger_spawn_exception_status_code	hslL	1+	approximate
passenger_buffer_upload	hslL	1+	approximate
passenger_sticky_sessions	hslL	1+	approximate
passenger_sticky_sessions_cookie_name	hslL	1+	approximate
passenger_sticky_sessions_cookie_attributes	hslL	1+	approximate
passenger_vary_turbocache_by_cookie	hslL	1+	approximate
passenger_fly_with	hslL	1+	approximate
passenger_max_instances	hslL	1+	approximate
passenger_memory_limit	hslL	1+	approximate
passenger_concurrency_model	hslL	1+	approximate
passenger_thread_count	hslL	1+	approximate
passenger_rolling_restarts	hslL	1+	approximate
passenger_resist_deployment_errors	hslL	1+	approximate
passenger_max_request_time	hslL	1+	approximate
passenger_max_request_queue_time	hslL	1+	approximate
passenger_app_log_file	hslL	1+	approximate
passenger_debug_log_file	hslL	1+	approximate
rails_spawn_method	hslL	1+	approximate
rails_env	hslL	1+	approximate
rack_env	hslL	1+	approximate
rails_app_spawner_idle_time	hslL	1+	approximate
rails_framework_spawner_idle_time	hslL	1+	approximate
passenger_use_global_queue	hslL	1+	approximate
passenger_analytics_log_user	hslL	1+	approximate
passenger_analytics_log_group	hslL	1+	approximate
union_station_gateway_address	hslL	1+	approximate
union_station_gateway_port	hslL	1+	approximate
union_station_gateway_cert	hslL	1+	approximate
union_station_proxy_address	hslL	1+	approximate
union_station_key	hslL	1+	approximate
union_station_support	hslL	1+	approximate
union_station_filter	hslL	1+	approximate
@ngx_http_append_header_module	third-party	repo=alibaba/tengine
append_header	hslL	2
append_header_separator	hslL	1	type=string
@ngx_http_dubbo_module	third-party	repo=alibaba/tengine
dubbo_pass	lL	4
dubbo_bind	hsl	1-2
dubbo_socket_keepalive	hsl	flag
dubbo_connect_timeout	hsl	1	type=time-ms
dubbo_send_timeout	hsl	1	type=time-ms
dubbo_intercept_errors	hsl	flag
dubbo_buffer_size	hsl	1	type=size
dubbo_read_timeout	hsl	1	type=time-ms
dubbo_next_upstream	hsl	1+	type=enum-set	values=error timeout invalid_header non_idempotent http_500 http_502 http_503 http_504 http_403 http_404 http_429 off
dubbo_next_upstream_tries	hsl	1	type=number
dubbo_next_upstream_timeout	hsl	1	type=time-ms
dubbo_pass_header	hsl	1	type=string
dubbo_hide_header	hsl	1	type=string
dubbo_ignore_headers	hsl	1+	type=enum-set	values=X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset Expires Cache-Control Set-Cookie Vary
dubbo_pass_set	lL	2
dubbo_pass_all_headers	lL	1
dubbo_pass_body	lL	1
dubbo_heartbeat_interval	hsl	1	type=time-ms
dubbo_upstream_error_info	lL	1
@ngx_xudp_core_module	third-party	repo=alibaba/tengine
xudp_off	m	flag
xudp_no_tx	m	flag
xudp_core_path	m	1+	type=string
xudp_sndnum	m	1+	type=number
xudp_rcvnum	m	1+	type=number
xudp_retries_interval	m	1+	type=time-ms
max_retries	m	1+	type=number
@ngx_backtrace_module	third-party	repo=alibaba/tengine
backtrace_log	m	1
backtrace_max_stack_size	m	1	type=number
@ngx_http_debug_conn_module	third-party	repo=alibaba/tengine
debug_conn	l	0
@ngx_http_debug_pool_module	third-party	repo=alibaba/tengine
debug_pool	l	0
@ngx_http_debug_timer_module	third-party	repo=alibaba/tengine
debug_timer	l	0
@ngx_http_concat_module	third-party	repo=alibaba/tengine
concat	hsl	flag
concat_max_files	hsl	1	type=number
concat_unique	hsl	flag
concat_types	hsl	1+	type=mime-types
concat_delimiter	hsl	1	type=string
concat_ignore_file_error	hsl	flag
@ngx_http_footer_filter_module	third-party	repo=alibaba/tengine
footer	hsl	1
footer_types	hsl	1+	type=mime-types
@ngx_http_proxy_connect_module	third-party	repo=alibaba/tengine
proxy_connect	s	0
proxy_connect_allow	s	1+
proxy_connect_data_timeout	hs	1	type=time-ms
proxy_connect_read_timeout	hs	1	type=time-ms
proxy_connect_send_timeout	hs	1	type=time-ms
proxy_connect_connect_timeout	hs	1	type=time-ms
proxy_connect_send_lowat	hs	1	type=size
proxy_connect_address	hs	1	type=string-with-variables
proxy_connect_bind	hs	1-2
proxy_connect_response	hs	1	type=string-with-variables
@ngx_http_reqstat_module	third-party	repo=alibaba/tengine
req_status_zone	h	2+
req_status	hsl	1+
req_status_lazy	hsl	flag
req_status_bypass	hsl	1+	type=predicates
req_status_show	l	0+
req_status_show_field	l	1+
req_status_zone_add_indicator	h	2+
req_status_zone_key_length	h	2
req_status_zone_recycle	h	3
@ngx_http_slice_module	third-party	repo=alibaba/tengine
slice_arg_begin	hsl	1	type=string
slice_arg_end	hsl	1	type=string
slice_header	hsl	1	type=string
slice_footer	hsl	1	type=string
slice_header_first	hsl	flag
slice_footer_last	hsl	flag
@ngx_http_sysguard_module	third-party	repo=alibaba/tengine
sysguard	hsl	flag
sysguard_mode	hsl	flag
sysguard_load	hsl	1-2
sysguard_cpu	hsl	1-3
sysguard_mem	hsl	1-2
sysguard_rt	hsl	1-3
sysguard_interval	hsl	1	type=time-s
sysguard_log_level	hsl	1	type=enum	values=info notice warn error
@ngx_http_tfs_module	third-party	repo=alibaba/tengine
tfs_upstream	h	1{	opens=raw:tfs_upstream
tfs_pass	lL	1-2
tfs_keepalive	hs	2
tfs_log	hs	1-2
tfs_connect_timeout	hsl	1	type=time-ms
tfs_send_timeout	hsl	1	type=time-ms
tfs_read_timeout	hsl	1	type=time-ms
tair_timeout	hsl	1	type=time-ms
tfs_send_lowat	hsl	1	type=size
tfs_buffer_size	hsl	1	type=size
tfs_body_buffer_size	hsl	1	type=size
tfs_block_cache_zone	h	1+
tfs_enable_remote_block_cache	hs	flag
@ngx_http_trim_filter_module	third-party	repo=alibaba/tengine
trim	hsl	1	type=string-with-variables
trim_js	hsl	1	type=string-with-variables
trim_css	hsl	1	type=string-with-variables
trim_types	hsl	1+	type=mime-types
@ngx_http_upstream_dynamic_module	third-party	repo=alibaba/tengine
dynamic_resolve	u	0-2
@ngx_http_dyups_module	third-party	repo=alibaba/tengine
dyups_interface	l	0
dyups_read_msg_timeout	h	1	type=time-ms
dyups_read_msg_log	h	flag
dyups_shm_zone_size	h	1	type=size
dyups_upstream_conf	h	1
dyups_trylock	h	1
@ngx_http_upstream_iwrr_module	third-party	repo=alibaba/tengine
iwrr	u	0
@ngx_http_upstream_session_sticky_module	third-party	repo=alibaba/tengine
session_sticky	u	0+
session_sticky_hide_cookie	hsl	1
session_sticky_header	hsl	1
@ngx_http_upstream_vnswrr_module	third-party	repo=alibaba/tengine
vnswrr	u	0-1
@ngx_http_user_agent_module	third-party	repo=alibaba/tengine
user_agent	h	1{	opens=raw:user_agent
@ngx_http_xquic_module	third-party	repo=alibaba/tengine
xquic_ssl_certificate	h	1	type=string
xquic_ssl_certificate_key	h	1	type=string
xquic_ssl_session_ticket_key	h	1	type=string
xquic_stateless_reset_token_key	h	1	type=string
xquic_token_key	h	1-4
xquic_token_key_file	h	1	type=string
xquic_log_file	h	1	type=string
xquic_use_new_udp_hash	hs	flag
xquic_log_level	h	1
xquic_enable_qlog_event	h	1
xquic_qlog_event_importance	h	1
xquic_socket_sndbuf	h	1	type=number
xquic_qpack_encoder_dynamic_table_size	h	1	type=size
xquic_qpack_decoder_dynamic_table_size	h	1	type=size
xquic_qpack_compat_duplicate	h	1
xquic_socket_rcvbuf	h	1	type=number
xquic_intercom_socket_rcvbuf	h	1	type=number
xquic_intercom_socket_sndbuf	h	1	type=number
xquic_congestion_control	h	1	type=string
xquic_init_cwnd_pkt	h	1	type=number
xquic_min_cwnd_pkt	h	1	type=number
xquic_init_rtt_us	h	1	type=number
xquic_init_pto_us	h	1	type=number
xquic_pacing	h	1
xquic_manually_send	h	1
xquic_enable_keylog	h	1
xquic_streams_index_size	h	1	type=number
xquic_cid_route	h	1
xquic_server_id_offset	h	1	type=number
xquic_server_id_length	h	1	type=number
xquic_worker_id_offset	h	1	type=number
xquic_max_concurrent_connection_cnt	h	1	type=number
xquic_max_cps	h	1	type=number
xquic_max_qps	h	1	type=number
xquic_conn_hash_size	h	1	type=number
xquic_hash_conflict_threshold	h	1	type=number
xquic_status	sl	0-1
xquic_anti_amplification_limit	h	1	type=number
xquic_sndq_packets_used_max	h	1	type=number
xquic_keyupdate_pkt_threshold	h	1	type=number
xquic_idle_time_out	h	1	type=number
xquic_enable_multipath	h	1	type=number
xquic_enable_fec	h	1	type=number
xquic_fec_mp_mode	h	1	type=number
xquic_fec_code_rate	h	1
xquic_symbol_number_per_block	h	1	type=number
xquic_fec_encoder_scheme	h	1	type=string
xquic_fec_decoder_scheme	h	1	type=string
xquic_enable_pmtud	h	1	type=number
xquic_fec_log_on	h	1
xquic_fec_blk_log_mod	h	1	type=number
xquic_fec_packet_mask_mode	h	1	type=number
xquic_fec_conn_queue_rpr_timeout	h	1	type=time-ms
xquic_fec_stream_level	h	1	type=number
xquic_enable_mempool_protection	h	1
xquic_enable_marking_reinjection	h	1
xquic_multipath_scheduler	h	1	type=string
xquic_mp_enable_reinjection	h	1	type=number
xquic_reinjection_control	h	1	type=string
xquic_reinj_flexible_deadline_srtt_factor	h	1
xquic_reinj_hard_deadline	h	1	type=number
xquic_reinj_deadline_lower_bound	h	1	type=number
xquic_mp_sched_rtt_thr_high	h	1	type=number
xquic_mp_sched_rtt_thr_low	h	1	type=number
xquic_mp_sched_bw_Bps_thr	h	1	type=number
xquic_mp_sched_loss_percent_high	h	1	type=number
xquic_mp_sched_loss_percent_low	h	1	type=number
xquic_mp_sched_pto_thr	h	1	type=number
xquic_path_unreachable_pto_count	h	1	type=number
xquic_standby_path_probe_timeout	h	1	type=number
xquic_health_check_file	h	1	type=string
xquic_ack_frequency	h	1	type=number
xquic_use_smaller_pto	h	1
xquic_pmtud_probing_interval	h	1	type=number
xquic_probing_pkt_out_size	h	1	type=number
xquic_init_pkt_out_size	h	1	type=number
xquic_max_streams_bidi	h	1	type=number
xquic_max_streams_uni	h	1	type=number
@ngx_ingress_module	third-party	repo=alibaba/tengine
ingress_gateway	hsl	1
ingress_gateway_update_interval	hsl	2
ingress_gateway_hash_num	hsl	2
ingress_gateway_pool_size	hsl	2
ingress_gateway_path_segment_bucket_num	hsl	2
ingress_gateway_shm_config	hsl	4
ingress_gateway_metadata	hsl	2
ingress_failover_named_location	hsl	1	type=string
@ngx_http_multi_upstream_module	third-party	repo=alibaba/tengine
multi	u	1
@ngx_http_slab_stat_module	third-party	repo=alibaba/tengine
slab_stat	l	0
@ngx_core_module	third-party	repo=alibaba/tengine
master_env	m	1
pipe_set_size	m	1	type=size
@ngx_errlog_module	third-party	repo=alibaba/tengine
xquic_log	m	1+
@ngx_http_fastcgi_module	third-party	repo=alibaba/tengine
fastcgi_upstream_tries	hsl	1	type=number
fastcgi_sndbuf_size	hsl	1	type=size
fastcgi_rcvbuf_size	hsl	1	type=size
@ngx_http_geoip_module	third-party	repo=alibaba/tengine
geoip_region	h	1-2
@ngx_http_grpc_module	third-party	repo=alibaba/tengine
grpc_enable_ntls	hsl	1	type=string-with-variables
grpc_ssl_enc_certificate	hsl	1	type=string
grpc_ssl_enc_certificate_key	hsl	1	type=string
grpc_ssl_sign_certificate	hsl	1	type=string
grpc_ssl_sign_certificate_key	hsl	1	type=string
@ngx_http_gzip_filter_module	third-party	repo=alibaba/tengine
gzip_clear_etag	hsl	flag
@ngx_http_image_filter_module	third-party	repo=alibaba/tengine
image_filter_crop_offset	hsl	2
@ngx_http_limit_req_module	third-party	repo=alibaba/tengine
limit_req_whitelist	hsl	2
@ngx_http_memcached_module	third-party	repo=alibaba/tengine
memcached_upstream_tries	hsl	1	type=number
@ngx_http_proxy_module	third-party	repo=alibaba/tengine
proxy_upstream_tries	hsl	1	type=number
proxy_sndbuf_size	hsl	1	type=size
proxy_rcvbuf_size	hsl	1	type=size
proxy_enable_ntls	hsl	1	type=string-with-variables
proxy_ssl_enc_certificate	hsl	1	type=string
proxy_ssl_enc_certificate_key	hsl	1	type=string
proxy_ssl_sign_certificate	hsl	1	type=string
proxy_ssl_sign_certificate_key	hsl	1	type=string
@ngx_http_scgi_module	third-party	repo=alibaba/tengine
scgi_upstream_tries	hsl	1	type=number
@ngx_http_ssl_module	third-party	repo=alibaba/tengine
ssl_async	hs	flag
enable_ntls	hs	flag
ssl_enc_certificate	hs	1	type=string
ssl_enc_certificate_key	hs	1	type=string
ssl_sign_certificate	hs	1	type=string
ssl_sign_certificate_key	hs	1	type=string
ssl_verify_client_exception	l	1
@ngx_http_uwsgi_module	third-party	repo=alibaba/tengine
uwsgi_upstream_tries	hsl	1	type=number
uwsgi_enable_ntls	hsl	1	type=string-with-variables
uwsgi_ssl_enc_certificate	hsl	1	type=string
uwsgi_ssl_enc_certificate_key	hsl	1	type=string
uwsgi_ssl_sign_certificate	hsl	1	type=string
uwsgi_ssl_sign_certificate_key	hsl	1	type=string
@ngx_http_core_module	third-party	repo=alibaba/tengine
client_body_buffers	hsl	2	type=number-size
client_body_postpone_size	hsl	1	type=size
retry_cached_connection	hsl	flag
request_time_cache	hsl	flag
server_tag	hsl	1
resolver_file	hsl	1
server_admin	hs	1	type=string
server_info	hsl	flag
@ngx_http_upstream_module	third-party	repo=alibaba/tengine
upstream_change_no_server_status	h	1
rr_discarded_range	h	1	type=number
@ngx_stream_ssl_module	third-party	repo=alibaba/tengine
ssl_sni_force	tT	flag
`;
