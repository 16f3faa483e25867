/**
 * The variables of nginx and of its modules: facts only.
 *
 * Source: the variable tables of nginx 1.31.5-dev (https://github.com/nginx/nginx, commit 3f6f7824, 2026-08-21), its release
 * tags from 0.5.0 on, and the reference on nginx.org (2026-07-22); which of them exist and which can be `set` was tried on
 * running binaries of 1.31.5 and of Debian's 1.22.1. Generated once.
 *
 * A line `@module` begins a module: its status and the scope of its variables (`http` or `stream`, two namespaces). Then
 * one variable per line, columns divided by tabs:
 * - name without the `$`; a `*` at its end stands for any suffix (`arg_*`)
 * - first (release), since (release as documented, where it differs), settable (may be the target of `set`, `map`, …),
 *   not1221 (1.22.1 lacks it), internal (nginx uses it for itself)
 */
export const nginxVariableTable = String.raw`
@ngx_http_upstream_module	core	http
upstream_addr	first=0.5.19
upstream_status
upstream_connect_time	first=1.9.1
upstream_header_time	first=1.7.10
upstream_response_time
upstream_response_length	first=0.7.27
upstream_bytes_received	first=1.11.4
upstream_bytes_sent	first=1.15.8
upstream_cache_status	first=0.7.62	since=0.8.3
upstream_cache_last_modified	first=1.5.7
upstream_cache_etag	first=1.7.3
upstream_http_*	first=1.11.10	settable
upstream_trailer_*	first=1.13.10	settable
upstream_cookie_*	first=1.11.10	since=1.7.1	settable
@ngx_http_core_module	core	http
http_host
http_user_agent
http_referer
http_via
http_x_forwarded_for
http_cookie
content_length
content_type
host
binary_remote_addr	first=0.5.6
remote_addr
remote_port
proxy_protocol_addr	first=1.5.12
proxy_protocol_port	first=1.11.0
proxy_protocol_server_addr	first=1.17.6
proxy_protocol_server_port	first=1.17.6
proxy_protocol_tlv_*	first=1.23.2	settable	not1221
server_addr
server_port
server_protocol
scheme
https	first=1.1.11
request_port	first=1.29.3	not1221
is_request_port	first=1.29.3	not1221
request_uri
uri
document_uri
request
document_root
realpath_root	first=0.7.18
query_string
args	settable
is_args	first=0.5.30
request_filename
server_name
request_method
remote_user
bytes_sent	first=1.2.5	since=1.3.8
body_bytes_sent
pipe	first=1.2.7	since=1.3.12
request_completion
request_body	first=0.7.58
request_body_file
request_length	first=1.2.7	since=1.3.12
request_time	first=1.2.6	since=1.3.9
request_id	first=1.11.0
status	first=1.2.2	since=1.3.2
sent_http_content_type
sent_http_content_length
sent_http_location	first=0.7.33
sent_http_last_modified
sent_http_connection
sent_http_keep_alive
sent_http_transfer_encoding
sent_http_cache_control
sent_http_link	first=1.13.9
limit_rate	settable
connection	first=1.2.5	since=1.3.8
connection_requests	first=1.2.5	since=1.3.8
connection_time	first=1.19.10
nginx_version	first=0.5.29
hostname	first=0.6.32
pid	first=0.7.17
msec	first=1.2.6	since=1.3.9
time_iso8601	first=1.2.7	since=1.3.12
time_local	first=1.2.7	since=1.3.12
tcpinfo_rtt	first=1.1.18
tcpinfo_rttvar	first=1.1.18
tcpinfo_snd_cwnd	first=1.1.18
tcpinfo_rcv_space	first=1.1.18
http_*	first=1.11.10	settable
sent_http_*	first=1.11.10	settable
sent_trailer_*	first=1.13.2	settable
cookie_*	first=1.11.10	settable
arg_*	first=1.11.10	settable
@ngx_http_browser_module	core	http
msie	first=1.13.4	settable
modern_browser	first=1.13.4	settable
ancient_browser	first=1.13.4	settable
@ngx_http_stub_status_module	core	http
connections_active	first=1.3.14
connections_reading	first=1.3.14
connections_writing	first=1.3.14
connections_waiting	first=1.3.15
@ngx_http_ssl_module	core	http
ssl_protocol	settable
ssl_cipher	settable
ssl_ciphers	first=1.11.7	settable
ssl_curve	first=1.21.5	settable
ssl_curves	first=1.11.7	settable
ssl_sigalg	first=1.29.3	settable	not1221
ssl_sigalgs	first=1.31.2	settable	not1221
ssl_session_id	first=0.7.65	settable
ssl_session_reused	first=1.5.11	settable
ssl_early_data	first=1.15.3	settable
ssl_server_name	first=1.7.0	settable
ssl_alpn_protocol	first=1.21.4	settable
ssl_ech_status	first=1.29.4	settable	not1221
ssl_ech_outer_server_name	first=1.29.4	settable	not1221
ssl_client_cert	first=0.7.2	settable
ssl_client_raw_cert	first=0.7.7	settable
ssl_client_escaped_cert	first=1.13.5	settable
ssl_client_s_dn	since=1.11.6	settable
ssl_client_i_dn	since=1.11.6	settable
ssl_client_s_dn_legacy	first=1.11.6	settable
ssl_client_i_dn_legacy	first=1.11.6	settable
ssl_client_serial	settable
ssl_client_fingerprint	first=1.7.1	settable
ssl_client_verify	first=0.7.63	settable
ssl_client_v_start	first=1.11.7	settable
ssl_client_v_end	first=1.11.7	settable
ssl_client_v_remain	first=1.11.7	settable
ssl_client_sigalg	first=1.29.3	settable	not1221
@ngx_http_gzip_module	core	http
gzip_ratio
@ngx_http_proxy_module	core	http
proxy_host	settable
proxy_port	settable
proxy_add_x_forwarded_for
proxy_add_via	settable	not1221	internal
proxy_internal_body_length	internal
proxy_internal_chunked	first=1.7.11	internal
@ngx_http_userid_module	core	http
uid_got
uid_set
uid_reset	first=1.0.5	settable
@ngx_http_ssi_module	core	http
date_local
date_gmt
@ngx_http_limit_req_module	core	http
limit_req_status	first=1.17.6
@ngx_http_slice_module	core	http
slice_range	first=1.9.8
@ngx_http_grpc_module	core	http
grpc_internal_trailers	first=1.13.10	internal
@ngx_http_realip_module	core	http
realip_remote_addr	first=1.9.7
realip_remote_port	first=1.11.0
@ngx_http_referer_module	core	http
invalid_referer	first=1.13.4	settable
@ngx_http_secure_link_module	core	http
secure_link	first=0.7.18
secure_link_expires	first=0.8.50
@ngx_http_fastcgi_module	core	http
fastcgi_script_name
fastcgi_path_info	first=0.7.31
@ngx_http_limit_conn_module	core	http
limit_conn_status	first=1.17.6
@ngx_http_geoip_module	core	http
geoip_country_code	first=0.7.63
geoip_country_code3	first=0.7.63
geoip_country_name	first=0.7.63
geoip_org	first=1.0.3
geoip_city_continent_code	first=0.7.66
geoip_city_country_code	first=0.7.63
geoip_city_country_code3	first=0.7.63
geoip_city_country_name	first=0.7.63
geoip_region	first=0.7.63
geoip_region_name	first=0.8.48
geoip_city	first=0.7.63
geoip_postal_code	first=0.7.63
geoip_latitude	first=0.7.66
geoip_longitude	first=0.7.66
geoip_dma_code	first=0.8.48
geoip_area_code	first=0.8.48
@ngx_http_v2_module	core	http
http2	first=1.9.5
@ngx_http_v3_module	core	http
http3	first=1.25.0	not1221
@ngx_stream_realip_module	core	stream
realip_remote_addr	first=1.11.4
realip_remote_port	first=1.11.4
@ngx_stream_geoip_module	core	stream
geoip_country_code	first=1.11.3
geoip_country_code3	first=1.11.3
geoip_country_name	first=1.11.3
geoip_org	first=1.11.3
geoip_city_continent_code	first=1.11.3
geoip_city_country_code	first=1.11.3
geoip_city_country_code3	first=1.11.3
geoip_city_country_name	first=1.11.3
geoip_region	first=1.11.3
geoip_region_name	first=1.11.3
geoip_city	first=1.11.3
geoip_postal_code	first=1.11.3
geoip_latitude	first=1.11.3
geoip_longitude	first=1.11.3
geoip_dma_code	first=1.11.3
geoip_area_code	first=1.11.3
@ngx_stream_ssl_module	core	stream
ssl_protocol	first=1.11.2	settable
ssl_cipher	first=1.11.2	settable
ssl_ciphers	first=1.11.7	settable
ssl_curve	first=1.21.5	settable
ssl_curves	first=1.11.7	settable
ssl_sigalg	first=1.29.3	settable	not1221
ssl_sigalgs	first=1.31.2	settable	not1221
ssl_session_id	first=1.11.2	settable
ssl_session_reused	first=1.11.2	settable
ssl_server_name	first=1.11.2	settable
ssl_alpn_protocol	first=1.21.4	settable
ssl_ech_status	first=1.29.4	settable	not1221
ssl_ech_outer_server_name	first=1.29.4	settable	not1221
ssl_client_cert	first=1.11.8	settable
ssl_client_raw_cert	first=1.11.8	settable
ssl_client_escaped_cert	first=1.13.5	settable
ssl_client_s_dn	first=1.11.8	settable
ssl_client_i_dn	first=1.11.8	settable
ssl_client_serial	first=1.11.8	settable
ssl_client_fingerprint	first=1.11.8	settable
ssl_client_verify	first=1.11.8	settable
ssl_client_v_start	first=1.11.8	settable
ssl_client_v_end	first=1.11.8	settable
ssl_client_v_remain	first=1.11.8	settable
ssl_client_sigalg	first=1.29.3	settable	not1221
@ngx_stream_ssl_preread_module	core	stream
ssl_preread_protocol	first=1.15.2
ssl_preread_server_name	first=1.11.5
ssl_preread_alpn_protocols	first=1.13.10
@ngx_stream_upstream_module	core	stream
upstream_addr	first=1.11.4
upstream_bytes_sent	first=1.11.4
upstream_connect_time	first=1.11.4
upstream_first_byte_time	first=1.11.4
upstream_session_time	first=1.11.4
upstream_bytes_received	first=1.11.4
@ngx_stream_core_module	core	stream
binary_remote_addr	first=1.11.2
remote_addr	first=1.11.2
remote_port	first=1.11.2
proxy_protocol_addr	first=1.11.4
proxy_protocol_port	first=1.11.4
proxy_protocol_server_addr	first=1.17.6
proxy_protocol_server_port	first=1.17.6
proxy_protocol_tlv_*	first=1.23.2	settable	not1221
server_addr	first=1.11.2
server_port	first=1.11.2
server_name	first=1.25.5	not1221
bytes_sent	first=1.11.2
bytes_received	first=1.11.4
session_time	first=1.11.4
status	first=1.11.4
connection	first=1.11.2
nginx_version	first=1.11.2
hostname	first=1.11.2
pid	first=1.11.2
msec	first=1.11.2
time_iso8601	first=1.11.2
time_local	first=1.11.2
protocol	first=1.11.4
@ngx_stream_limit_conn_module	core	stream
limit_conn_status	first=1.17.6
@ngx_http_acme_module	separate-module	http
acme_certificate
acme_certificate_key
@ngx_http_auth_jwt_module	commercial	http
jwt_header_*
jwt_claim_*
jwt_payload	since=1.21.2
@ngx_http_core_module	commercial	http
time_iso8601_ms	since=1.29.8
@ngx_http_oidc_module	commercial	http
oidc_id_token
oidc_access_token
oidc_claim_*
oidc_userinfo	since=1.29.0
@ngx_http_proxy_protocol_vendor_module	commercial	http
proxy_protocol_tlv_aws_vpce_id
proxy_protocol_tlv_azure_pel_id
proxy_protocol_tlv_gcp_conn_id
@ngx_http_session_log_module	commercial	http
session_log_id
session_log_binary_id
@ngx_http_upstream_module	commercial	http
upstream_last_addr	since=1.29.3
upstream_last_server_name	since=1.25.3
upstream_queue_time	since=1.13.9
@ngx_otel_module	separate-module	http
otel_trace_id
otel_span_id
otel_parent_id
otel_parent_sampled
@ngx_stream_core_module	commercial	stream
time_iso8601_ms	since=1.29.8
@ngx_stream_mqtt_preread_module	commercial	stream
mqtt_preread_clientid
mqtt_preread_username
@ngx_stream_proxy_protocol_vendor_module	commercial	stream
proxy_protocol_tlv_aws_vpce_id
proxy_protocol_tlv_azure_pel_id
proxy_protocol_tlv_gcp_conn_id
@ngx_stream_upstream_module	commercial	stream
upstream_last_addr	since=1.29.3
@ngx_http_echo_module	third-party	http
echo_client_request_headers
echo_client_request_method
echo_it
echo_request_body
echo_response_status
echo_timer_elapsed
echo_incr
echo_request_method
echo_request_uri
echo_cacheable_request_uri
@ngx_http_brotli_filter_module	third-party	http
brotli_ratio
@ngx_http_zstd_filter_module	third-party	http
zstd_ratio
@ngx_http_srcache_filter_module	third-party	http
srcache_fetch_status
srcache_store_status
srcache_expire
@ngx_http_memc_module	third-party	http
memc_cmd
memc_key
memc_value
memc_flags
memc_exptime
`;
